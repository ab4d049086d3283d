import './personal-data.graphql.js';
import { AccountErasedPayload, DataExportedPayload, SuccessorNeededError } from './personal-data.graphql.js';
import { AuditLog } from '@app/audit';
import { Transactions } from '@app/database';
import { Clock, UnauthenticatedError } from '@app/kernel';
import { Injectable } from '@nestjs/common';
import { WrongPasswordError } from '../authentication/authentication.texts.js';
import { PasswordCheckService } from '../authentication/password-check.service.js';
import { OrganizationMembersRepository } from '../members/members.repository.js';
import { AttemptLimits } from '../security/attempt-limits.js';
import type { WindowRule } from '../security/attempt-rules.js';
import { TooManyAttemptsError } from '../security/attempts.texts.js';
import { TrustedDevicesService } from '../sessions/trusted-devices.service.js';
import { UsersRepository } from '../users/users.repository.js';
import type { Requester } from '../viewer/request-context.js';
import type { Viewer } from '../viewer/viewer.js';
import { type DataSubject, PersonalDataRegistry } from './personal-data-holder.js';
import { PersonalDataRepository } from './personal-data.repository.js';

/** Exports of one person: a stolen session shall not carry off all of it again and again. */
const EXPORTS_OF_PERSON: WindowRule = { scope: 'personal-data-export', limit: 10, seconds: 86_400 };

/** Form of the document, for programs that read it. */
const FORMAT = { format: 'lianqiao.personal-data', version: 1 };

/** What persons may ask of the platform about their own data: a copy of it, and its erasure. */
@Injectable()
export class PersonalDataService {
  constructor(
    private readonly transactions: Transactions,
    private readonly data: PersonalDataRepository,
    private readonly registry: PersonalDataRegistry,
    private readonly users: UsersRepository,
    private readonly members: OrganizationMembersRepository,
    private readonly passwords: PasswordCheckService,
    private readonly devices: TrustedDevicesService,
    private readonly limits: AttemptLimits,
    private readonly audit: AuditLog,
    private readonly clock: Clock,
  ) {}

  /** Exports all that the platform stores about the viewer (PIPL, article 45). */
  async exportData(viewer: Viewer): Promise<DataExportedPayload | TooManyAttemptsError> {
    const userId = viewer.requireUserId();
    const verdict = await this.limits.takeAttempt(EXPORTS_OF_PERSON, userId);
    if (!verdict.allowed) return new TooManyAttemptsError(verdict);
    return this.transactions.run(async () => {
      const person = { userId, identifiers: await this.users.findIdentifiers([userId]) };
      const sections: [string, unknown][] = [];
      for (const holder of this.registry.listHolders())
        sections.push([holder.section, await holder.export(person)]);
      const exportedAt = this.clock.now();
      const document = { ...FORMAT, exportedAt, ...Object.fromEntries(sections) };
      await this.audit.record({
        actorId: userId,
        action: 'PERSONAL_DATA_EXPORTED',
        subjectType: 'User',
        subjectId: userId,
      });
      return new DataExportedPayload(JSON.stringify(document, null, 2), exportedAt);
    });
  }

  /** Erases the viewer's account. The password confirms it, so that a session left open does not suffice. */
  async eraseAccount(
    viewer: Viewer,
    { password, requester: { address, device } }: { password: string; requester: Requester },
  ): Promise<AccountErasedPayload | SuccessorNeededError | WrongPasswordError | TooManyAttemptsError> {
    const user = await this.users.findUser(viewer.requireUserId());
    if (!user) throw new UnauthenticatedError();
    const deviceId = await this.devices.findForUser(device, user.id);
    const hash = user.passwordHash;
    const right = await this.passwords.checkPassword({ of: user.id, address, deviceId, password, hash });
    if (right instanceof TooManyAttemptsError) return right;
    if (!right) return new WrongPasswordError();
    const identifiers = await this.users.findIdentifiers([user.id]);
    return this.erasePerson({ userId: user.id, identifiers });
  }

  /**
   * Removes everything that identifies a person, in one transaction (PIPL, article 47). The account's id stays under a
   * pseudonym, so that the audit log with its hash chain, the consent ledger and decisions of staff remain consistent.
   */
  private async erasePerson(person: DataSubject): Promise<AccountErasedPayload | SuccessorNeededError> {
    return this.transactions.run(async () => {
      if (!(await this.data.lockAccount(person.userId))) throw new UnauthenticatedError();
      const orphaned = await this.organizationsWithoutSuccessor(person.userId);
      if (orphaned.length > 0) return new SuccessorNeededError(orphaned);
      const erasedAt = this.clock.now();
      for (const holder of this.registry.listHolders()) await holder.erase(person);
      await this.data.insertErasedAccount(person.userId, erasedAt);
      await this.audit.record({
        actorId: person.userId,
        action: 'ACCOUNT_ERASED',
        subjectType: 'User',
        subjectId: person.userId,
      });
      return new AccountErasedPayload(erasedAt);
    });
  }

  /** The organizations whose only owner the person is; their owners stay locked, so that two cannot leave at once. */
  private async organizationsWithoutSuccessor(userId: string): Promise<string[]> {
    const orphaned: string[] = [];
    for (const organizationId of await this.data.findOwnedOrganizations(userId)) {
      const owners = await this.members.lockOwners(organizationId);
      if (owners.every((owner) => owner.userId === userId)) orphaned.push(organizationId);
    }
    return orphaned;
  }
}
