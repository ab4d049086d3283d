import { Field, ID, InputType } from '@nestjs/graphql';
import { IsEnum, Length } from 'class-validator';
import { ConsentPurpose } from '../consent-purpose.js';

@InputType({ description: 'Agrees to something.' })
export class GiveConsentInput {
  @Field(() => ConsentPurpose, { description: 'What for.' })
  @IsEnum(ConsentPurpose)
  purpose!: ConsentPurpose;

  @Field({ description: 'Version of the wording that the person has read.' })
  @Length(1, 40)
  textVersion!: string;

  @Field(() => ID, {
    nullable: true,
    description: 'The organization that it is for; exactly where the wording names one.',
  })
  recipientId?: string | null;
}

@InputType({ description: 'Withdraws a consent, from now on.' })
export class WithdrawConsentInput {
  @Field(() => ConsentPurpose, { description: 'What for.' })
  @IsEnum(ConsentPurpose)
  purpose!: ConsentPurpose;

  @Field(() => ID, { nullable: true, description: 'The organization that it was for.' })
  recipientId?: string | null;
}

@InputType({ description: 'Looks at the contacts of a person who has agreed to it.' })
export class DiscloseContactsInput {
  @Field(() => ID, {
    description: 'The organization that the person has named, for which the viewer may write.',
  })
  actingOrganizationId!: string;

  @Field(() => ID, { description: 'The person.' })
  personId!: string;
}
