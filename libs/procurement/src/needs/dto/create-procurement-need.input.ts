import { IsPublicName } from '@app/kernel';
import { Field, ID, InputType } from '@nestjs/graphql';
import { IsOptional, Length, Matches } from 'class-validator';
import { NeedTermsInput } from './need-terms.input.js';

@InputType({
  description:
    'A new need of the acting organization. Title, one line with a quantity, region and reply deadline are enough.',
})
export class CreateProcurementNeedInput extends NeedTermsInput {
  @Field(() => ID, { description: 'The buyer, for which the caller acts.' })
  actingOrganizationId!: string;

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
