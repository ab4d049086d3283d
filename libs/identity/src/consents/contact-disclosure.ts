import { AuditLog } from '@app/audit';
import { Transactions } from '@app/database';
import { ForbiddenError } from '@app/kernel';
import { Injectable } from '@nestjs/common';
import { UsersRepository } from '../users/users.repository.js';
import type { Viewer } from '../viewer/viewer.js';
import { ConsentPurpose } from './consent-purpose.js';
import { ConsentMissingError, ConsentNotReturnedError } from './consents.errors.js';
import { ConsentsRepository } from './consents.repository.js';
import { Consents } from './consents.service.js';
import { ContactsDisclosedPayload, SharedContactType } from './shared-contact.type.js';

/** Persons that are listed at most. */
const LISTED = 100;

/**
 * Personal contacts reach the members of an organization that a person has named, once somebody of it has named the
 * person's organization in return; each look at them is logged.
 */
@Injectable()
export class ContactDisclosure {
  constructor(
    private readonly transactions: Transactions,
    private readonly consents: Consents,
    private readonly ledger: ConsentsRepository,
    private readonly users: UsersRepository,
    private readonly audit: AuditLog,
  ) {}

  /** Who has agreed that an organization gets their contacts, by name; the contacts themselves are a look of their own. */
  async sharersWith(viewer: Viewer, organizationId: string): Promise<SharedContactType[]> {
    assertActsFor(viewer, organizationId);
    const sharers = await this.ledger.sharersWith(organizationId, LISTED);
    const users = new Map(
      (await this.users.byIds(sharers.map(({ userId }) => userId))).map((u) => [u.id, u]),
    );
    return sharers.flatMap(({ userId, givenAt, organizationIds }) => {
      const person = users.get(userId);
      return person ? [new SharedContactType(person, givenAt, organizationIds)] : [];
    });
  }

  /** A person's numbers and addresses, for an organization that the person has named. */
  async disclose(
    viewer: Viewer,
    { organizationId, personId }: { organizationId: string; personId: string },
  ): Promise<ContactsDisclosedPayload | ConsentMissingError | ConsentNotReturnedError> {
    assertActsFor(viewer, organizationId);
    return this.transactions.run(async () => {
      await this.ledger.lockLedger(personId);
      const scope = { purpose: ConsentPurpose.CONTACT_SHARING, recipientId: organizationId };
      const person = await this.users.byId(personId);
      if (!person || !(await this.consents.allows(personId, scope))) return new ConsentMissingError();
      if (!(await this.ledger.isReturned(personId, organizationId))) return new ConsentNotReturnedError();
      const identifiers = await this.users.identifiersOf([personId]);
      await this.audit.record({
        actorId: viewer.userId,
        action: 'CONTACTS_DISCLOSED',
        subjectType: 'User',
        subjectId: personId,
        ids: { organization: organizationId },
      });
      return new ContactsDisclosedPayload(person, identifiers);
    });
  }
}

/** Contacts are for those who may write for the organization; staff has no part in what two sides agree. */
function assertActsFor(viewer: Viewer, organizationId: string): void {
  if (!viewer.canEdit(organizationId)) throw new ForbiddenError();
}
