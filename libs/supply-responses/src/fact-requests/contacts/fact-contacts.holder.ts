import { type DataSubject, type ExportedValue, StoredDataHolder } from '@app/identity';
import { Injectable } from '@nestjs/common';
import { contactHash } from './contact-traces.js';

/** Links that were sent to a person's numbers and addresses before or beside the account; the traces go with the person. */
@Injectable()
export class FactContactsHolder extends StoredDataHolder {
  readonly section = 'factRequests';
  readonly columns: readonly string[] = [];

  async export(subject: DataSubject): Promise<ExportedValue> {
    return this.transactions.query<object>(
      `select created_at as "sentAt", organization_id as "askedOrganizationId", contact_mask as "contact",
              answered_at as "answeredAt"
         from fact_request where contact_hash = any($1) order by id`,
      [await hashesOf(subject)],
    );
  }

  async erase(subject: DataSubject): Promise<void> {
    await this.transactions.query(
      'update fact_request set contact_mask = null, contact_hash = null where contact_hash = any($1)',
      [await hashesOf(subject)],
    );
  }
}

function hashesOf({ identifiers }: DataSubject): Promise<string[]> {
  return Promise.all(identifiers.map((identifier) => contactHash(identifier)));
}
