import { Field, ID, InputType } from '@nestjs/graphql';
import { IsOptional, MaxLength } from 'class-validator';

@InputType({ description: 'A certificate to withdraw.' })
export class WithdrawCertificateInput {
  @Field(() => ID, { description: 'The holder, for which the caller acts.' })
  actingOrganizationId!: string;

  @Field(() => ID, { description: 'The certificate.' })
  certificateId!: string;

  @Field(() => String, { nullable: true, description: 'Why, for the history.' })
  @IsOptional()
  @MaxLength(500)
  reason?: string | null;
}

@InputType({ description: 'A tier recognition to withdraw.' })
export class WithdrawTierRecognitionInput {
  @Field(() => ID, { description: 'The organization, for which the caller acts.' })
  actingOrganizationId!: string;

  @Field(() => ID, { description: 'The recognition.' })
  tierRecognitionId!: string;

  @Field(() => String, { nullable: true, description: 'Why, for the history.' })
  @IsOptional()
  @MaxLength(500)
  reason?: string | null;
}
