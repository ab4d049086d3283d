import { Field, ID, InputType } from '@nestjs/graphql';
import { Length, Matches } from 'class-validator';

@InputType({ description: 'A decision on a claim.' })
export class DecideOrganizationClaimInput {
  @Field(() => ID, { description: 'The claim.' })
  claimId!: string;

  @Field({ description: 'True makes the claimant the owner, false turns the claim down.' })
  approve!: boolean;

  @Field({ description: 'What was checked and how; the claimant is told.' })
  @Length(2, 500)
  @Matches(/\S\s*\S/)
  reason!: string;
}
