import { BatchListLoader, BatchLoader } from '@app/kernel';
import { Injectable } from '@nestjs/common';
import type { EventTicketKey } from './check-in.entity.js';
import { type Attendance, CheckInsRepository } from './check-ins.repository.js';
import { EventNumbersReader, type RoleNumbers } from './event-numbers.repository.js';
import { TicketKeysRepository } from './ticket-keys.repository.js';

/** Who came, many representatives in one statement. */
@Injectable()
export class AttendanceLoader extends BatchLoader<Attendance> {
  constructor(private readonly checkIns: CheckInsRepository) {
    super();
  }

  protected fetch(representativeIds: readonly string[]): Promise<Attendance[]> {
    return this.checkIns.findAttendance(representativeIds);
  }

  protected keyOf({ representativeId }: Attendance): string {
    return representativeId;
  }
}

/** The keys of tickets, many events in one statement. */
@Injectable()
export class TicketKeysLoader extends BatchLoader<EventTicketKey> {
  constructor(private readonly keys: TicketKeysRepository) {
    super();
  }

  protected fetch(eventIds: readonly string[]): Promise<EventTicketKey[]> {
    return this.keys.findKeys(eventIds);
  }

  protected keyOf({ eventId }: EventTicketKey): string {
    return eventId;
  }
}

/** The numbers of events, many events in one statement. */
@Injectable()
export class EventNumbersLoader extends BatchListLoader<RoleNumbers> {
  constructor(private readonly numbers: EventNumbersReader) {
    super();
  }

  protected fetch(eventIds: readonly string[]): Promise<RoleNumbers[]> {
    return this.numbers.countByRole(eventIds);
  }

  protected keyOf({ eventId }: RoleNumbers): string {
    return eventId;
  }
}
