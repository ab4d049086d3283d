import { IsPublicName } from '@app/kernel';
import { Field, ID, InputType, Int } from '@nestjs/graphql';
import { IsEnum, IsInt, IsOptional, Length, Matches, Min } from 'class-validator';
import { CapabilityKind } from '../capability.enums.js';
import { CapabilityTermsInput } from './capability-terms.input.js';

@InputType({ description: 'Changes of a capability; fields left out stay, null clears.' })
export class UpdateCapabilityInput extends CapabilityTermsInput {
  @Field(() => ID, { description: 'The supplier, for which the caller acts.' })
  actingOrganizationId!: string;

  @Field(() => ID, { description: 'The capability.' })
  capabilityId!: string;

  @Field(() => Int, { description: 'The version that the caller has read.' })
  @IsInt()
  @Min(1)
  expectedVersion!: number;

  @Field(() => CapabilityKind, { nullable: true, description: 'What it is about.' })
  @IsOptional()
  @IsEnum(CapabilityKind)
  kind?: CapabilityKind | null;

  @Field(() => String, { nullable: true, description: 'Title.' })
  @IsOptional()
  @Length(2, 200)
  @Matches(/\S\s*\S/)
  @IsPublicName({ title: true })
  title?: string | null;
}
