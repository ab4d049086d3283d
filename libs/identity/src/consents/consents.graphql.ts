import { resultUnion } from '@app/kernel';
import { Field, ID, InputType, ObjectType, registerEnumType } from '@nestjs/graphql';
import { IsEnum, Length } from 'class-validator';
import type { User, UserIdentifier } from '../users/user.entity.js';
import { UserIdentifierType, UserType } from '../users/users.graphql.js';
import { Access } from '../viewer/access.js';
import { ConsentPurpose } from './consent-entry.entity.js';
import { ConsentMissingError, ConsentNotReturnedError, ConsentTextChangedError } from './consents.texts.js';

registerEnumType(ConsentPurpose, {
  name: 'ConsentPurpose',
  description: 'What a person can agree to.',
  valuesMap: {
    CONTACT_SHARING: { description: 'One named organization gets the person’s number and address.' },
    NEWS: { description: 'The platform sends news of events and of itself.' },
  },
});

@ObjectType('Consent', { description: 'A consent of a person and its current state.' })
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

@ObjectType('SharedContact', {
  description: 'A person who has agreed that an organization gets their contacts.',
})
@Access('owners and editors of the organization that the person has named')
export class SharedContactType {
  @Field(() => UserType, { description: 'The person.' })
  readonly person: UserType;

  @Field({ description: 'Since when the person agrees.' })
  readonly agreedAt: Date;

  /** The person's organizations on whose behalf contacts are exchanged; reached by a field resolver. */
  readonly organizationIds: readonly string[];

  constructor(person: User, agreedAt: Date, organizationIds: readonly string[]) {
    this.person = person;
    this.agreedAt = agreedAt;
    this.organizationIds = organizationIds;
  }
}

@ObjectType({ description: 'A person’s contacts; that they were looked at stands in the audit log.' })
export class ContactsDisclosedPayload {
  @Field(() => UserType, { description: 'The person.' })
  readonly person: UserType;

  @Field(() => [UserIdentifierType], { description: 'Numbers and addresses of the person.' })
  readonly contacts: UserIdentifierType[];

  constructor(person: User, contacts: UserIdentifier[]) {
    this.person = person;
    this.contacts = contacts;
  }
}

export const DiscloseContactsResult = resultUnion('DiscloseContactsResult', [
  ContactsDisclosedPayload,
  ConsentMissingError,
  ConsentNotReturnedError,
] as const);
export type DiscloseContactsResult = typeof DiscloseContactsResult;

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
