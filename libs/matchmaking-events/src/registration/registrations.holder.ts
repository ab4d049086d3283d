import { type DataSubject, type ExportedValue, StoredDataHolder } from '@app/identity';
import { Injectable } from '@nestjs/common';

/** To which events a person came or registered others. With the account the name goes, and whoever it was is nobody. */
@Injectable()
export class RegistrationsHolder extends StoredDataHolder {
  readonly section = 'eventRegistrations';
  readonly columns = ['event_representative.user_id', 'event_registration.registered_by'];

  async export({ userId }: DataSubject): Promise<ExportedValue> {
    return {
      represented: await this.transactions.query<object>(
        `select e.title as event, e.starts_at as "startsAt", r.role, r.state, p.name, p.job_title as "jobTitle",
                r.organization_id as "organizationId"
           from event_representative p join event_registration r on r.id = p.registration_id
           join matchmaking_event e on e.id = p.event_id where p.user_id = $1 order by e.starts_at, r.id`,
        [userId],
      ),
      registered: await this.transactions.query<object>(
        `select id, event_id as "eventId", organization_id as "organizationId", created_at as "createdAt"
           from event_registration where registered_by = $1 order by id`,
        [userId],
      ),
    };
  }

  async erase({ userId }: DataSubject): Promise<void> {
    await this.transactions.query(
      `update event_representative set user_id = null, name = '—', job_title = null,
              ticket_serial = ticket_serial + 1 where user_id = $1`,
      [userId],
    );
    await this.transactions.query(
      'update event_registration set registered_by = null where registered_by = $1',
      [userId],
    );
  }
}
