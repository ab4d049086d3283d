import { Field, ID, InputType } from '@nestjs/graphql';
import { IsEnum, IsOptional } from 'class-validator';
import { BuyerAnswer, DeclineReason } from '../supply-response.enums.js';

@InputType({ description: 'A response that the supplier takes back.' })
export class WithdrawSupplyResponseInput {
  @Field(() => ID, { description: 'The supplier, for which the caller acts.' })
  actingOrganizationId!: string;

  @Field(() => ID, { description: 'The response.' })
  supplyResponseId!: string;
}

@InputType({ description: 'What the buyer says to a response.' })
export class AnswerSupplyResponseInput {
  @Field(() => ID, { description: 'The buyer, for which the caller acts.' })
  actingOrganizationId!: string;

  @Field(() => ID, { description: 'The response.' })
  supplyResponseId!: string;

  @Field(() => BuyerAnswer, { description: 'The answer.' })
  @IsEnum(BuyerAnswer)
  answer!: BuyerAnswer;

  @Field(() => DeclineReason, { nullable: true, description: 'Why not; for a no, and only for a no.' })
  @IsOptional()
  @IsEnum(DeclineReason)
  reason?: DeclineReason | null;
}
