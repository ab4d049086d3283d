import { Field, ID, InputType } from '@nestjs/graphql';
import { IsOptional, MaxLength } from 'class-validator';

@InputType({ description: 'A decision on a claim.' })
export class DecideOrganizationClaimInput {
  @Field(() => ID, { description: 'The claim.' })
  claimId!: string;

  @Field({ description: 'True makes the claimant the owner, false turns the claim down.' })
  approve!: boolean;

  @Field(() => String, { nullable: true, description: 'What the claimant is told.' })
  @IsOptional()
  @MaxLength(500)
  reason?: string | null;
}
