import { type AuditEntry, type AuditFilter, AuditLog } from '@app/audit';
import { Injectable } from '@nestjs/common';
import { randomBytes } from 'node:crypto';
import { ConsentsRepository } from '../consents/consents.repository.js';
import { Consents } from '../consents/consents.service.js';
import {
  type DataSubject,
  type ExportedValue,
  PersonalDataHolder,
  PersonalDataRegistry,
} from './personal-data-holder.js';
import { PersonalDataRepository } from './personal-data.repository.js';

/** A name that tells two erased persons apart in a list and says nothing of either. */
const pseudonym = (): string => `#${randomBytes(4).toString('hex')}`;

/** What identity keeps of a person: name, identifiers, sessions, places in organizations, invitations. */
@Injectable()
export class AccountHolder extends PersonalDataHolder {
  readonly section = 'account';
  readonly columns = [
    'app_user.id',
    'client_mutation.actor_id',
    'erased_account.user_id',
    'invitation.invited_by_id',
    'organization_member.user_id',
    'platform_staff.user_id',
    'trusted_device.user_id',
    'user_identifier.user_id',
    'user_session.user_id',
  ];

  constructor(
    registry: PersonalDataRegistry,
    private readonly data: PersonalDataRepository,
  ) {
    super(registry);
  }

  async export(person: DataSubject): Promise<ExportedValue> {
    const { userId } = person;
    return {
      profile: (await this.data.findRows('app_user', userId))[0] ?? null,
      identifiers: await this.data.findRows('user_identifier', userId),
      sessions: await this.data.findRows('user_session', userId),
      trustedBrowsers: await this.data.findRows('trusted_device', userId),
      memberships: await this.data.findRows('organization_member', userId),
      staff: await this.data.findRows('platform_staff', userId),
      invitationsSent: await this.data.findRows('invitation', userId),
      invitationsReceived: await this.data.findInvitations(person),
    };
  }

  erase(person: DataSubject): Promise<void> {
    return this.data.deletePersonalData(person, pseudonym());
  }
}

const PAGE = 100;

/** What the audit log says of a person: what the person did, and who looked at or changed what is the person's. */
@Injectable()
export class AuditTrailHolder extends PersonalDataHolder {
  readonly section = 'auditTrail';
  readonly columns = ['audit_entry.actor_id'];

  constructor(
    registry: PersonalDataRegistry,
    private readonly audit: AuditLog,
  ) {
    super(registry);
  }

  async export({ userId }: DataSubject): Promise<ExportedValue> {
    return {
      done: await this.entries({ actorId: userId }),
      undergone: await this.entries({ subjectId: userId }),
    };
  }

  /** Nothing to do: entries hold ids and codes, and a changed one would break the chain of all that follow. */
  erase(): Promise<void> {
    return Promise.resolve();
  }

  /** All entries that a filter lets through, the newest first. */
  private async entries(filter: AuditFilter): Promise<object[]> {
    const told: object[] = [];
    for (let after: string | null = null; ;) {
      const { edges, pageInfo } = await this.audit.pageEntries(filter, { first: PAGE, after });
      told.push(...edges.map(({ node }) => tell(node)));
      if (!pageInfo.hasNextPage) return told;
      after = pageInfo.endCursor;
    }
  }
}

const tell = ({ at, action, subjectType, subjectId, ids }: AuditEntry): object => ({
  at,
  action,
  subjectType,
  subjectId,
  ids,
});

/** What a person agreed to and withdrew. The ledger stays, as the proof; with the account all of it is withdrawn. */
@Injectable()
export class ConsentsHolder extends PersonalDataHolder {
  readonly section = 'consents';
  readonly columns = ['consent_entry.user_id'];

  constructor(
    registry: PersonalDataRegistry,
    private readonly ledger: ConsentsRepository,
    private readonly consents: Consents,
  ) {
    super(registry);
  }

  async export({ userId }: DataSubject): Promise<ExportedValue> {
    const ledger = await this.ledger.findLedger(userId);
    return ledger.map(({ at, act, purpose, recipientId, textVersion, locale }) => ({
      at,
      act,
      purpose,
      recipientId,
      textVersion,
      locale,
    }));
  }

  erase({ userId }: DataSubject): Promise<void> {
    return this.consents.withdrawAllConsents(userId, 'zh');
  }
}
