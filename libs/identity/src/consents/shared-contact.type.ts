import { resultUnion } from '@app/kernel';
import { Field, ObjectType } from '@nestjs/graphql';
import type { User } from '../users/user.entity.js';
import type { UserIdentifier } from '../users/user-identifier.entity.js';
import { UserIdentifierType, UserType } from '../users/user.type.js';
import { Access } from '../viewer/access.js';
import { ConsentMissingError, ConsentNotReturnedError } from './consents.errors.js';

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
