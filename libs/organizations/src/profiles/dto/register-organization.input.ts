import { IsPublicName } from '@app/kernel';
import { Field, InputType } from '@nestjs/graphql';
import { IsOptional, Length, Matches, MaxLength } from 'class-validator';
import { OrganizationProfileInput } from './organization-profile.input.js';

@InputType({ description: 'A new organization.' })
export class RegisterOrganizationInput extends OrganizationProfileInput {
  @Field({ description: 'Unified social credit code, 18 characters.' })
  @MaxLength(40)
  creditCode!: string;

  @Field({ description: 'Registered name.' })
  @Length(2, 200)
  @Matches(/\S\s*\S/)
  @IsPublicName()
  name!: string;

  @Field(() => String, {
    nullable: true,
    description:
      'Why the caller may speak for it, for staff to check: position, business licence, link to a public register, telephone to call back. Can be sent later with `claimOrganization`.',
  })
  @IsOptional()
  @Length(10, 2000)
  evidence?: string | null;

  @Field(() => String, { nullable: true, description: 'Makes a retry safe: the same id creates once.' })
  @IsOptional()
  @Length(1, 100)
  clientMutationId?: string | null;
}
