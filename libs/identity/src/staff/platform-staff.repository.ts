import { Transactions } from '@app/database';
import { Injectable } from '@nestjs/common';
import { PlatformStaff } from './platform-staff.entity.js';

/** Every query on the list of staff. */
@Injectable()
export class PlatformStaffRepository {
  constructor(private readonly transactions: Transactions) {}

  /** Adds a person; false when already on the list. */
  async add(entry: PlatformStaff): Promise<boolean> {
    const inserted = await this.staff
      .createQueryBuilder()
      .insert()
      .values(entry)
      .orIgnore()
      .returning('user_id')
      .execute();
    return (inserted.raw as unknown[]).length > 0;
  }

  /** Takes a person off the list; false when not on it. */
  async remove(userId: string): Promise<boolean> {
    return ((await this.staff.delete({ userId })).affected ?? 0) > 0;
  }

  list(): Promise<PlatformStaff[]> {
    return this.staff.find({ order: { grantedAt: 'ASC', userId: 'ASC' } });
  }

  private get staff() {
    return this.transactions.manager.getRepository(PlatformStaff);
  }
}
