import './consents.texts.js';
import { AuditLog } from '@app/audit';
import { Transactions } from '@app/database';
import {
  BadInputError,
  Clock,
  ForbiddenError,
  type LoaderScope,
  type Locale,
  newId,
  NotFoundError,
} from '@app/kernel';
import { Injectable } from '@nestjs/common';
import { OrganizationNames } from '../users/identity.ports.js';
import { UsersRepository } from '../users/users.repository.js';
import type { Viewer } from '../viewer/viewer.js';
import {
  ConsentAct,
  type ConsentEntry,
  ConsentPurpose,
  type ConsentScope,
  ConsentStanding,
  namesRecipient,
} from './consent-entry.entity.js';
import { ContactsDisclosedPayload, SharedContactType } from './consents.graphql.js';
import {
  ConsentsRepository,
  ContactSharersLoader,
  type Sharer,
  type SharingPair,
} from './consents.repository.js';
import {
  ConsentMissingError,
  ConsentNotReturnedError,
  ConsentTextChangedError,
  presentVersion,
} from './consents.texts.js';

const MAX_LISTED = 100;

const same = (a: ConsentScope, b: ConsentScope): boolean =>
  a.purpose === b.purpose && a.recipientId === b.recipientId;

/**
 * Consents of persons. Other libraries call {@link isAllowed} before they do what needs a consent. Members of an
 * organization see the contacts of a person who has named the organization, once somebody of the organization has named
 * the person's organization in return; each look at contacts is logged.
 */
@Injectable()
export class Consents {
  constructor(
    private readonly transactions: Transactions,
    private readonly consents: ConsentsRepository,
    private readonly sharersLoader: ContactSharersLoader,
    private readonly users: UsersRepository,
    private readonly organizations: OrganizationNames,
    private readonly audit: AuditLog,
    private readonly clock: Clock,
  ) {}

  /** The viewer agrees to the present wording. Twice the same is one consent. */
  async giveConsent(
    viewer: Viewer,
    scope: ConsentScope,
    shown: { textVersion: string; locale: Locale },
  ): Promise<ConsentStanding | ConsentTextChangedError> {
    const userId = viewer.requireUserId();
    await this.checkRecipient(scope, shown.locale);
    if (shown.textVersion !== presentVersion(scope.purpose)) return new ConsentTextChangedError();
    return this.transactions.run(async () => {
      const standing = await this.standingUnderLock(userId, scope);
      if (standing?.given && standing.textVersion === shown.textVersion) return standing;
      return this.write(viewer, userId, { ...scope, ...shown, act: ConsentAct.GIVEN });
    });
  }

  /** The viewer withdraws a consent, from now on. Twice the same is one withdrawal. Throws NOT_FOUND for one never given. */
  async withdrawConsent(viewer: Viewer, scope: ConsentScope, locale: Locale): Promise<ConsentStanding> {
    const userId = viewer.requireUserId();
    return this.transactions.run(async () => {
      const standing = await this.standingUnderLock(userId, scope);
      if (!standing) throw new NotFoundError();
      if (!standing.given) return standing;
      const { textVersion } = standing;
      return this.write(viewer, userId, { ...scope, textVersion, locale, act: ConsentAct.WITHDRAWN });
    });
  }

  /** Withdraws, inside the running transaction, all that a person agreed to, since the account goes. */
  async withdrawAllConsents(userId: string, locale: Locale): Promise<void> {
    await this.consents.lockLedger(userId);
    for (const { given, purpose, recipientId, textVersion } of await this.findOfPerson(userId)) {
      if (!given) continue;
      const line = { purpose, recipientId, textVersion, locale, act: ConsentAct.WITHDRAWN };
      await this.consents.insertEntry({
        id: newId(),
        userId,
        ...line,
        sessionId: null,
        at: this.clock.now(),
      });
    }
  }

  /** Whether a person has agreed to something and has not withdrawn it. */
  async isAllowed(userId: string, scope: ConsentScope): Promise<boolean> {
    return (await this.findOfPerson(userId)).some((standing) => standing.given && same(standing, scope));
  }

  /** All consents of a person as they stand, the newest first. */
  async findOfPerson(userId: string): Promise<ConsentStanding[]> {
    return ConsentStanding.of(await this.consents.findLedger(userId));
  }

  /** The viewer's own consents. */
  findOwnConsents(viewer: Viewer): Promise<ConsentStanding[]> {
    return this.findOfPerson(viewer.requireUserId());
  }

  /** Who has agreed that an organization gets their contacts, by name; the contacts themselves are a look of their own. */
  async listSharers(viewer: Viewer, organizationId: string): Promise<SharedContactType[]> {
    assertActsFor(viewer, organizationId);
    const sharers = await this.consents.findSharers(organizationId, MAX_LISTED);
    const users = new Map(
      (await this.users.findUsers(sharers.map(({ userId }) => userId))).map((u) => [u.id, u]),
    );
    return sharers.flatMap(({ userId, givenAt, organizationIds }) => {
      const person = users.get(userId);
      return person ? [new SharedContactType(person, givenAt, organizationIds)] : [];
    });
  }

  /** A person's numbers and addresses, for an organization that the person has named. */
  async discloseContacts(
    viewer: Viewer,
    { organizationId, personId }: { organizationId: string; personId: string },
  ): Promise<ContactsDisclosedPayload | ConsentMissingError | ConsentNotReturnedError> {
    assertActsFor(viewer, organizationId);
    return this.transactions.run(async () => {
      await this.consents.lockLedger(personId);
      const scope = { purpose: ConsentPurpose.CONTACT_SHARING, recipientId: organizationId };
      const person = await this.users.findUser(personId);
      if (!person || !(await this.isAllowed(personId, scope))) return new ConsentMissingError();
      if (!(await this.consents.isReturned(personId, organizationId))) return new ConsentNotReturnedError();
      const identifiers = await this.users.findIdentifiers([personId]);
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

  /** The people of one organization who share their contacts with another. Ask a policy before showing them. */
  loadSharers(scope: LoaderScope, pair: SharingPair): Promise<(SharingPair & Sharer)[]> {
    return this.sharersLoader.between(scope, pair);
  }

  private async standingUnderLock(userId: string, scope: ConsentScope): Promise<ConsentStanding | undefined> {
    await this.consents.lockLedger(userId);
    return (await this.findOfPerson(userId)).find((standing) => same(standing, scope));
  }

  private async write(
    { sessionId }: Viewer,
    userId: string,
    line: Pick<ConsentEntry, 'purpose' | 'recipientId' | 'textVersion' | 'locale' | 'act'>,
  ): Promise<ConsentStanding> {
    await this.consents.insertEntry({ id: newId(), userId, ...line, sessionId, at: this.clock.now() });
    const standing = (await this.findOfPerson(userId)).find((one) => same(one, line));
    if (!standing) throw new Error('a consent vanished while it was written');
    return standing;
  }

  /** A consent to pass something on names who gets it; any other names nobody. */
  private async checkRecipient({ purpose, recipientId }: ConsentScope, locale: Locale): Promise<void> {
    const field = ['input.recipientId'];
    if (!namesRecipient(purpose)) {
      if (recipientId) throw new BadInputError('CONSENT_HAS_NO_RECIPIENT', {}, field);
      return;
    }
    if (!recipientId) throw new BadInputError('CONSENT_NEEDS_RECIPIENT', {}, field);
    if ((await this.organizations.nameOf(recipientId, locale)) === null) throw new NotFoundError();
  }
}

/** Contacts are for those who may write for the organization; staff has no part in what two sides agree. */
function assertActsFor(viewer: Viewer, organizationId: string): void {
  if (!viewer.canEdit(organizationId)) throw new ForbiddenError();
}
