import { AuditLog } from '@app/audit';
import { Transactions } from '@app/database';
import { Clock } from '@app/kernel';
import { Injectable } from '@nestjs/common';
import type { PlatformStaff } from './user.entity.js';
import { UsersRepository } from './users.repository.js';

/** Who moderates and administers the platform. No GraphQL operation leads here: only the command line grants. */
@Injectable()
export class PlatformStaffService {
  constructor(
    private readonly transactions: Transactions,
    private readonly users: UsersRepository,
    private readonly audit: AuditLog,
    private readonly clock: Clock,
  ) {}

  /** Makes a person staff; false when the person already was. */
  async grantStaff(userId: string): Promise<boolean> {
    return this.transactions.run(async () => {
      const granted = await this.users.insertStaff({ userId, grantedAt: this.clock.now() });
      if (granted) await this.recordAction('STAFF_GRANTED', userId);
      return granted;
    });
  }

  /** Takes a person’s staff rights away, from the next request on; false when there were none. */
  async revokeStaff(userId: string): Promise<boolean> {
    return this.transactions.run(async () => {
      const revoked = await this.users.deleteStaff(userId);
      if (revoked) await this.recordAction('STAFF_REVOKED', userId);
      return revoked;
    });
  }

  /** All staff, in the order of their grants. */
  listStaff(): Promise<PlatformStaff[]> {
    return this.users.findStaff();
  }

  private recordAction(action: string, userId: string): Promise<void> {
    return this.audit.record({ actorId: null, action, subjectType: 'User', subjectId: userId });
  }
}
