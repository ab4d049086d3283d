import { IsPublicName } from '@app/kernel';
import { Field, ID, InputType } from '@nestjs/graphql';
import { IsEnum, IsOptional, Length, Matches } from 'class-validator';
import { CapabilityKind } from '../capability.enums.js';
import { CapabilityTermsInput } from './capability-terms.input.js';

@InputType({ description: 'A new capability of the acting organization.' })
export class CreateCapabilityInput extends CapabilityTermsInput {
  @Field(() => ID, { description: 'The supplier, for which the caller acts.' })
  actingOrganizationId!: string;

  @Field(() => CapabilityKind, { description: 'What it is about.' })
  @IsEnum(CapabilityKind)
  kind!: CapabilityKind;

  @Field({ description: 'Title.' })
  @Length(2, 200)
  @Matches(/\S\s*\S/)
  @IsPublicName({ title: true })
  title!: string;

  @Field(() => String, { nullable: true, description: 'Makes a retry safe: the same id creates once.' })
  @IsOptional()
  @Length(1, 100)
  clientMutationId?: string | null;
}
