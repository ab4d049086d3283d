import { Field, ID, InputType } from '@nestjs/graphql';

@InputType({ description: 'A certificate to take back.' })
export class WithdrawCertificateInput {
  @Field(() => ID, { description: 'The holder, for which the caller acts.' })
  actingOrganizationId!: string;

  @Field(() => ID, { description: 'The certificate.' })
  certificateId!: string;
}

@InputType({ description: 'A tier recognition to take back.' })
export class WithdrawTierRecognitionInput {
  @Field(() => ID, { description: 'The organization, for which the caller acts.' })
  actingOrganizationId!: string;

  @Field(() => ID, { description: 'The recognition.' })
  tierRecognitionId!: string;
}
