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
  name!: string;

  @Field(() => String, { nullable: true, description: 'Makes a retry safe: the same id creates once.' })
  @IsOptional()
  @Length(1, 100)
  clientMutationId?: string | null;
}
