import { type DataSubject, type ExportedValue, StoredDataHolder } from '@app/identity';
import { Injectable } from '@nestjs/common';

/** What a person hid and blocked for an organization: that stays the organization's, without the person. */
@Injectable()
export class ExclusionsHolder extends StoredDataHolder {
  readonly section = 'matchExclusions';
  readonly columns = ['hidden_match.hidden_by_id', 'blocked_organization.blocked_by_id'];

  async export({ userId }: DataSubject): Promise<ExportedValue> {
    return {
      hiddenMatches: await this.transactions.query<object>(
        `select hidden_at as "hiddenAt", organization_id as "organizationId", need_id as "needId",
                supplier_id as "supplierId" from hidden_match where hidden_by_id = $1 order by id`,
        [userId],
      ),
      blockedOrganizations: await this.transactions.query<object>(
        `select blocked_at as "blockedAt", organization_id as "organizationId", blocked_id as "blockedId"
           from blocked_organization where blocked_by_id = $1 order by id`,
        [userId],
      ),
    };
  }

  async erase({ userId }: DataSubject): Promise<void> {
    await this.transactions.query('update hidden_match set hidden_by_id = null where hidden_by_id = $1', [
      userId,
    ]);
    await this.transactions.query(
      'update blocked_organization set blocked_by_id = null where blocked_by_id = $1',
      [userId],
    );
  }
}
