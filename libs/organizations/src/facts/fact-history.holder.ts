import { type DataSubject, type ExportedValue, StoredDataHolder } from '@app/identity';
import { Injectable } from '@nestjs/common';

/**
 * Certificates and recognitions that a person changed or withdrew. The history is the organization's and stays; the words
 * in which the person gave a reason go with the person.
 */
@Injectable()
export class FactHistoryHolder extends StoredDataHolder {
  readonly section = 'factChanges';
  readonly columns = ['organization_fact_history.changed_by'];

  export({ userId }: DataSubject): Promise<ExportedValue> {
    return this.transactions.query<object>(
      `select changed_at as "changedAt", organization_id as "organizationId", change, reason, stated
         from organization_fact_history where changed_by = $1 order by 1`,
      [userId],
    );
  }

  async erase({ userId }: DataSubject): Promise<void> {
    await this.transactions.query(
      `update organization_fact_history set reason = null where changed_by = $1`,
      [userId],
    );
  }
}
