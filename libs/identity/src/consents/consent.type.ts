import { resultUnion } from '@app/kernel';
import { Field, ObjectType, registerEnumType } from '@nestjs/graphql';
import { Access } from '../viewer/access.js';
import { ConsentPurpose } from './consent-purpose.js';
import { ConsentTextChangedError } from './consents.errors.js';

registerEnumType(ConsentPurpose, {
  name: 'ConsentPurpose',
  description: 'What a person can agree to.',
  valuesMap: {
    CONTACT_SHARING: { description: 'One named organization gets the person’s number and address.' },
    NEWS: { description: 'The platform sends news of events and of itself.' },
  },
});

@ObjectType('Consent', { description: 'What a person has agreed to, as it stands.' })
@Access('the person only')
export class ConsentType {
  readonly recipientId!: string | null;

  @Field(() => ConsentPurpose, { description: 'What for.' })
  purpose!: ConsentPurpose;

  @Field({ description: 'Version of the wording that was agreed to.' })
  textVersion!: string;

  @Field({ description: 'Whether it holds: given, and not withdrawn.' })
  given!: boolean;

  @Field({ description: 'When it was given.' })
  givenAt!: Date;

  @Field(() => Date, { nullable: true, description: 'When it was withdrawn; null while it holds.' })
  withdrawnAt!: Date | null;
}

@ObjectType('ConsentText', { description: 'A wording that a person is asked to agree to.' })
@Access('everyone')
export class ConsentTextType {
  @Field(() => ConsentPurpose, { description: 'What for.' })
  readonly purpose!: ConsentPurpose;

  @Field({ description: 'Version of the wording, to be sent back with the consent.' })
  readonly version!: string;

  @Field({ description: 'Whether the consent has to name an organization.' })
  readonly namesRecipient!: boolean;

  @Field({ description: 'The wording in the reader’s language; `{recipient}` stands for the organization.' })
  readonly text!: string;
}

@ObjectType({ description: 'The consent as it now stands.' })
export class ConsentPayload {
  @Field(() => ConsentType, { description: 'The consent.' })
  readonly consent: ConsentType;

  constructor(consent: ConsentType) {
    this.consent = consent;
  }
}

export const GiveConsentResult = resultUnion('GiveConsentResult', [
  ConsentPayload,
  ConsentTextChangedError,
] as const);
export type GiveConsentResult = typeof GiveConsentResult;
