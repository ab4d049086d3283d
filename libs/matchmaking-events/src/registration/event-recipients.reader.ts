import { Transactions } from '@app/database';
import { Injectable } from '@nestjs/common';
import { ACTIVE } from './registration.enums.js';

/** Somebody who is concerned by an event, and as whose member. */
interface Concerned {
  readonly userId: string;
  readonly organizationId: string | null;
}

const OF_REGISTRATIONS = `
  select m.user_id as "userId", r.organization_id as "organizationId"
    from event_registration r join organization_member m on m.organization_id = r.organization_id
   where m.role in ('OWNER', 'EDITOR') and WHICH
  union
  select p.user_id, r.organization_id
    from event_registration r join event_representative p on p.registration_id = r.id
   where p.user_id is not null and WHICH`;

/** Reads who is to be told of an event or a registration. */
@Injectable()
export class EventRecipientsReader {
  constructor(private readonly transactions: Transactions) {}

  /** Owners, editors and representatives of everybody registered for an event and not out again. */
  findEventRecipients(eventId: string): Promise<Concerned[]> {
    return this.read('r.event_id = $1 and r.state = any($2)', [eventId, ACTIVE]);
  }

  /** Owners, editors and representatives of one registration. */
  findRegistrationRecipients(registrationId: string): Promise<Concerned[]> {
    return this.read('r.id = $1', [registrationId]);
  }

  private read(which: string, values: readonly unknown[]): Promise<Concerned[]> {
    return this.transactions.query(OF_REGISTRATIONS.replaceAll('WHICH', which), values);
  }
}
