import { AuditLog } from '@app/audit';
import { Transactions } from '@app/database';
import { Clock, UnauthenticatedError } from '@app/kernel';
import { Injectable } from '@nestjs/common';
import { OrganizationMembersRepository } from '../members/organization-members.repository.js';
import type { DataSubject } from './personal-data-holder.js';
import { PersonalDataRegistry } from './personal-data-registry.js';
import { SuccessorNeededError } from './personal-data.errors.js';
import { PersonalDataRepository } from './personal-data.repository.js';
import './personal-data.texts.js';
import { AccountErasedPayload } from './personal-data.type.js';

/**
 * A person goes (PIPL, article 47): everything that tells who it was is removed, in one transaction. The account's id
 * stays under a name that says nothing, so that the audit log, the consent ledger and decisions of staff keep their
 * sense, and the chain its hashes. The caller has made sure that it is the person who asks.
 */
@Injectable()
export class AccountErasure {
  constructor(
    private readonly transactions: Transactions,
    private readonly data: PersonalDataRepository,
    private readonly registry: PersonalDataRegistry,
    private readonly members: OrganizationMembersRepository,
    private readonly audit: AuditLog,
    private readonly clock: Clock,
  ) {}

  async run(person: DataSubject): Promise<AccountErasedPayload | SuccessorNeededError> {
    return this.transactions.run(async () => {
      if (!(await this.data.lockAccount(person.userId))) throw new UnauthenticatedError();
      const orphaned = await this.organizationsWithoutSuccessor(person.userId);
      if (orphaned.length > 0) return new SuccessorNeededError(orphaned);
      const erasedAt = this.clock.now();
      for (const holder of this.registry.all()) await holder.erase(person);
      await this.data.close(person.userId, erasedAt);
      await this.record(person.userId);
      return new AccountErasedPayload(erasedAt);
    });
  }

  /** The organizations whose only owner the person is; their owners stay locked, so that two cannot leave at once. */
  private async organizationsWithoutSuccessor(userId: string): Promise<string[]> {
    const orphaned: string[] = [];
    for (const organizationId of await this.data.ownedOrganizations(userId)) {
      const owners = await this.members.lockOwners(organizationId);
      if (owners.every((owner) => owner.userId === userId)) orphaned.push(organizationId);
    }
    return orphaned;
  }

  private record(userId: string): Promise<void> {
    return this.audit.record({
      actorId: userId,
      action: 'ACCOUNT_ERASED',
      subjectType: 'User',
      subjectId: userId,
    });
  }
}
