import { AuditLog } from '@app/audit';
import { Transactions } from '@app/database';
import { Clock } from '@app/kernel';
import { Injectable } from '@nestjs/common';
import type { PlatformStaff } from './platform-staff.entity.js';
import { PlatformStaffRepository } from './platform-staff.repository.js';

/** Who moderates and administers the platform. No GraphQL operation leads here: only the command line grants. */
@Injectable()
export class PlatformStaffService {
  constructor(
    private readonly transactions: Transactions,
    private readonly staff: PlatformStaffRepository,
    private readonly audit: AuditLog,
    private readonly clock: Clock,
  ) {}

  /** Makes a person staff; false when the person already was. */
  async grant(userId: string): Promise<boolean> {
    return this.transactions.run(async () => {
      const granted = await this.staff.add({ userId, grantedAt: this.clock.now() });
      if (granted) await this.record('STAFF_GRANTED', userId);
      return granted;
    });
  }

  /** Takes a person’s staff rights away, from the next request on; false when there were none. */
  async revoke(userId: string): Promise<boolean> {
    return this.transactions.run(async () => {
      const revoked = await this.staff.remove(userId);
      if (revoked) await this.record('STAFF_REVOKED', userId);
      return revoked;
    });
  }

  /** Everybody who is staff, longest first. */
  list(): Promise<PlatformStaff[]> {
    return this.staff.list();
  }

  private record(action: string, userId: string): Promise<void> {
    return this.audit.record({ actorId: null, action, subjectType: 'User', subjectId: userId });
  }
}
