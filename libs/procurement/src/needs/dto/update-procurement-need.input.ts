import { IsPublicName } from '@app/kernel';
import { Field, ID, InputType, Int } from '@nestjs/graphql';
import { IsInt, IsOptional, Length, Matches, Min } from 'class-validator';
import { NeedTermsInput } from './need-terms.input.js';

@InputType({ description: 'Changes of a need; fields left out stay, null clears.' })
export class UpdateProcurementNeedInput extends NeedTermsInput {
  @Field(() => ID, { description: 'The buyer, for which the caller acts.' })
  actingOrganizationId!: string;

  @Field(() => ID, { description: 'The need.' })
  needId!: string;

  @Field(() => Int, { description: 'The version that the caller has read.' })
  @IsInt()
  @Min(1)
  expectedVersion!: number;

  @Field(() => String, { nullable: true, description: 'Title.' })
  @IsOptional()
  @Length(2, 200)
  @Matches(/\S\s*\S/)
  @IsPublicName({ title: true })
  title?: string | null;
}
