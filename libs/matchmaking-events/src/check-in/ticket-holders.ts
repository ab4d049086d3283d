import { Injectable } from '@nestjs/common';
import { CheckInsRepository } from './check-ins.repository.js';
import { TicketKeysRepository } from './ticket-keys.repository.js';
import { readTicket } from './ticket-token.js';
import { EventRepresentativesRepository } from '../registration/event-representatives.repository.js';

/** Finds out who shows a ticket. */
@Injectable()
export class TicketHolders {
  constructor(
    private readonly keys: TicketKeysRepository,
    private readonly checkIns: CheckInsRepository,
    private readonly representatives: EventRepresentativesRepository,
  ) {}

  /** The registration of whoever shows a ticket of an event; null for what is no ticket of it, or one that was passed on. */
  async findRegistrationByTicket(eventId: string, token: string): Promise<string | null> {
    const [key] = await this.keys.findKeys([eventId]);
    const ticket = key ? readTicket(token, key.publicKey) : null;
    if (ticket?.eventId !== eventId) return null;
    const [person] = await this.checkIns.findExpected([ticket.representativeId]);
    if (person?.eventId !== eventId || person.serial !== ticket.serial) return null;
    return (await this.representatives.findRepresentative(ticket.representativeId))?.registrationId ?? null;
  }
}
