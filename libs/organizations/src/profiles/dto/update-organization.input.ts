import { IsPublicName } from '@app/kernel';
import { Field, ID, InputType, Int } from '@nestjs/graphql';
import { IsInt, IsOptional, Length, Matches, Min } from 'class-validator';
import { OrganizationProfileInput } from './organization-profile.input.js';

@InputType({ description: 'Changes of an organization’s profile; fields left out stay, null clears.' })
export class UpdateOrganizationInput extends OrganizationProfileInput {
  @Field(() => ID, { description: 'The organization, for which the caller acts.' })
  actingOrganizationId!: string;

  @Field(() => Int, { description: 'The version that the caller has read.' })
  @IsInt()
  @Min(1)
  expectedVersion!: number;

  @Field(() => String, { nullable: true, description: 'Registered name.' })
  @IsOptional()
  @Length(2, 200)
  @Matches(/\S\s*\S/)
  @IsPublicName()
  name?: string | null;
}
