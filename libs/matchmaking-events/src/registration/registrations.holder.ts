import { Transactions } from '@app/database';
import { type DataSubject, type ExportedValue, PersonalDataRegistry, StoredDataHolder } from '@app/identity';
import { Clock } from '@app/kernel';
import { Injectable } from '@nestjs/common';
import { EventRegistrationsRepository } from './event-registrations.repository.js';
import { EventWaitlistService } from './event-waitlist.service.js';
import { RegistrationState } from './registration.enums.js';

/**
 * The events that a person attended or registered others for. Erasing the account removes name and ticket; places that
 * a visitor holds without an organization become free.
 */
@Injectable()
export class RegistrationsHolder extends StoredDataHolder {
  readonly section = 'eventRegistrations';
  readonly columns = [
    'event_representative.user_id',
    'event_registration.registered_by',
    'event_registration.visitor_id',
  ];

  constructor(
    registry: PersonalDataRegistry,
    transactions: Transactions,
    private readonly registrations: EventRegistrationsRepository,
    private readonly waitlist: EventWaitlistService,
    private readonly clock: Clock,
  ) {
    super(registry, transactions);
  }

  async export({ userId }: DataSubject): Promise<ExportedValue> {
    return {
      represented: await this.transactions.query<object>(
        `select e.title as event, e.starts_at as "startsAt", r.role, r.state, p.name, p.job_title as "jobTitle",
                r.organization_id as "organizationId", r.company_name as "companyName"
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
    await this.endVisits(userId);
    await this.transactions.query(
      'update event_registration set visitor_id = null, company_name = null where visitor_id = $1',
      [userId],
    );
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

  private async endVisits(userId: string): Promise<void> {
    for (const { id } of await this.registrations.findActiveVisits(userId)) {
      const { event, admission, registration } = await this.waitlist.lockRegistration(id);
      if (!registration.active) continue;
      registration.moveTo(RegistrationState.WITHDRAWN, this.clock.now());
      await this.waitlist.saveMove(registration);
      if (admission) await this.waitlist.offerFreePlaces(event, admission);
    }
  }
}
