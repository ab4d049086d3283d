import { PageArgs } from '@app/kernel';
import { ArgsType, Field } from '@nestjs/graphql';
import { IsEnum, IsOptional } from 'class-validator';
import { ClaimDecision } from '../claim-decision.js';

/** What a list of claims is narrowed to. */
@ArgsType()
export class OrganizationClaimsArgs extends PageArgs {
  @Field(() => ClaimDecision, { nullable: true, description: 'Only claims of which this became.' })
  @IsOptional()
  @IsEnum(ClaimDecision)
  decision?: ClaimDecision | null;
}
