import { PageArgs } from '@app/kernel';
import { ArgsType, Field, ID } from '@nestjs/graphql';
import { IsEnum, IsOptional } from 'class-validator';
import { SupplyResponseState } from '../supply-response.enums.js';

/** What a list of supply responses is narrowed to. */
@ArgsType()
export class SupplyResponsesArgs extends PageArgs {
  @Field(() => SupplyResponseState, { nullable: true, description: 'Only those that stand there.' })
  @IsOptional()
  @IsEnum(SupplyResponseState)
  state?: SupplyResponseState | null;
}

/** Whose responses are listed, and what they are narrowed to. */
@ArgsType()
export class MySupplyResponsesArgs extends SupplyResponsesArgs {
  @Field(() => ID, { description: 'The organization that the caller acts for.' })
  actingOrganizationId!: string;
}
