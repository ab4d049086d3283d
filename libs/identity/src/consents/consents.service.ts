import { Transactions } from '@app/database';
import { BadInputError, Clock, type Locale, newId, NotFoundError } from '@app/kernel';
import { Injectable } from '@nestjs/common';
import { OrganizationNames } from '../invitations/organization-names.js';
import type { Viewer } from '../viewer/viewer.js';
import type { ConsentEntry } from './consent-entry.entity.js';
import { ConsentAct, namesRecipient } from './consent-purpose.js';
import { type ConsentScope, ConsentStanding } from './consent-standing.js';
import { presentVersion } from './consent-texts.js';
import { ConsentTextChangedError } from './consents.errors.js';
import { ConsentsRepository } from './consents.repository.js';
import './consents.texts.js';

const same = (a: ConsentScope, b: ConsentScope): boolean =>
  a.purpose === b.purpose && a.recipientId === b.recipientId;

/** What persons agree to and withdraw; others ask {@link allows} before they do what needs a consent. */
@Injectable()
export class Consents {
  constructor(
    private readonly transactions: Transactions,
    private readonly consents: ConsentsRepository,
    private readonly organizations: OrganizationNames,
    private readonly clock: Clock,
  ) {}

  /** The viewer agrees to the present wording. Twice the same is one consent. */
  async give(
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
  async withdraw(viewer: Viewer, scope: ConsentScope, locale: Locale): Promise<ConsentStanding> {
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
  async withdrawAll(userId: string, locale: Locale): Promise<void> {
    await this.consents.lockLedger(userId);
    for (const { given, purpose, recipientId, textVersion } of await this.ofPerson(userId)) {
      if (!given) continue;
      const line = { purpose, recipientId, textVersion, locale, act: ConsentAct.WITHDRAWN };
      await this.consents.add({ id: newId(), userId, ...line, sessionId: null, at: this.clock.now() });
    }
  }

  /** Whether a person has agreed to something and not withdrawn it. */
  async allows(userId: string, scope: ConsentScope): Promise<boolean> {
    return (await this.ofPerson(userId)).some((standing) => standing.given && same(standing, scope));
  }

  /** All consents of a person as they stand, the newest first. */
  async ofPerson(userId: string): Promise<ConsentStanding[]> {
    return ConsentStanding.of(await this.consents.ledgerOf(userId));
  }

  /** The viewer's own consents. */
  ofViewer(viewer: Viewer): Promise<ConsentStanding[]> {
    return this.ofPerson(viewer.requireUserId());
  }

  private async standingUnderLock(userId: string, scope: ConsentScope): Promise<ConsentStanding | undefined> {
    await this.consents.lockLedger(userId);
    return (await this.ofPerson(userId)).find((standing) => same(standing, scope));
  }

  private async write(
    { sessionId }: Viewer,
    userId: string,
    line: Pick<ConsentEntry, 'purpose' | 'recipientId' | 'textVersion' | 'locale' | 'act'>,
  ): Promise<ConsentStanding> {
    await this.consents.add({ id: newId(), userId, ...line, sessionId, at: this.clock.now() });
    const standing = (await this.ofPerson(userId)).find((one) => same(one, line));
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
