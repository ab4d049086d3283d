import { Transactions } from '@app/database';
import type { Viewer } from '@app/identity';
import { Clock, isId } from '@app/kernel';
import { Injectable } from '@nestjs/common';
import type { OwnEvent } from '../events/own-events.js';
import { OwnEventsService } from '../events/own-events.js';
import { CheckInOutcome } from './check-in.enums.js';
import { CheckInsRepository, type Expected } from './check-ins.repository.js';
import { type CheckInResultType, SyncCheckInsPayload } from './check-in.type.js';
import { TicketKeysRepository } from './ticket-keys.repository.js';
import { readTicket } from './ticket-token.js';

/** Somebody at the door, as a device noted it: a ticket that was read, or a name that was tapped. */
export interface NotedEntry {
  readonly id: string;
  readonly ticket: string | null;
  readonly representativeId: string | null;
  readonly at: Date;
}

/** What a device sends once it has a network again. */
export interface DeviceNotes extends OwnEvent {
  readonly device: string;
  readonly entries: readonly NotedEntry[];
}

/** An entry with whom it speaks of and with which serial; serial null: tapped by name, whatever the ticket. */
interface ReadEntry {
  readonly noted: NotedEntry;
  readonly representativeId: string | null;
  readonly serial: number | null;
}

/**
 * Takes the notes of devices that may have been without a network. Entries are a set that only grows: sending them
 * again, in another order, or from two devices at once comes to the same, and the earliest entry of a person counts.
 */
@Injectable()
export class SyncCheckIns {
  constructor(
    private readonly transactions: Transactions,
    private readonly own: OwnEventsService,
    private readonly checkIns: CheckInsRepository,
    private readonly keys: TicketKeysRepository,
    private readonly clock: Clock,
  ) {}

  /** Merges the notes; each entry gets its outcome, as of now. */
  syncCheckIns(viewer: Viewer, notes: DeviceNotes): Promise<SyncCheckInsPayload> {
    return this.transactions.run(async () => {
      const event = await this.own.shareEvent(viewer, notes);
      const read = await this.read(event.id, notes.entries);
      const ids = read.flatMap(({ representativeId }) => representativeId ?? []);
      const expected = new Map((await this.checkIns.findExpected(ids)).map((person) => [person.id, person]));
      const judged = read.map((entry) => ({ entry, refusal: refusalOf(entry, event.id, expected) }));
      const receivedAt = this.clock.now();
      await this.checkIns.insertCheckIns(
        judged.flatMap(({ entry: { noted, representativeId }, refusal }) => {
          if (refusal || representativeId === null) return [];
          const at = noted.at < receivedAt ? noted.at : receivedAt;
          const by = { device: notes.device, checkedInBy: viewer.userId };
          return [{ id: noted.id, eventId: event.id, representativeId, at, receivedAt, ...by }];
        }),
      );
      return new SyncCheckInsPayload(await this.outcomes(judged));
    });
  }

  private async read(eventId: string, entries: readonly NotedEntry[]): Promise<ReadEntry[]> {
    const [key] = await this.keys.findKeys([eventId]);
    return entries.map((noted) => {
      if (noted.ticket === null) return { noted, representativeId: noted.representativeId, serial: null };
      const ticket = key ? readTicket(noted.ticket, key.publicKey) : null;
      const ours = ticket?.eventId === eventId ? ticket : null;
      return { noted, representativeId: ours?.representativeId ?? null, serial: ours?.serial ?? null };
    });
  }

  private async outcomes(
    judged: readonly { entry: ReadEntry; refusal: CheckInOutcome | null }[],
  ): Promise<CheckInResultType[]> {
    const ids = judged.flatMap(({ entry }) => entry.representativeId ?? []);
    const attendance = new Map(
      (await this.checkIns.findAttendance(ids)).map((one) => [one.representativeId, one]),
    );
    return judged.map(({ entry: { noted, representativeId }, refusal }) => {
      const first = representativeId ? attendance.get(representativeId) : undefined;
      const counts = first?.entryId === noted.id ? CheckInOutcome.RECORDED : CheckInOutcome.DUPLICATE;
      const who = refusal === CheckInOutcome.NOT_A_TICKET ? null : representativeId;
      return {
        entryId: noted.id,
        outcome: refusal ?? counts,
        representativeKey: who,
        firstAt: first?.at ?? null,
        firstDevice: first?.device ?? null,
      };
    });
  }
}

function refusalOf(
  { representativeId, serial }: ReadEntry,
  eventId: string,
  expected: ReadonlyMap<string, Expected>,
): CheckInOutcome | null {
  const person = representativeId && isId(representativeId) ? expected.get(representativeId) : undefined;
  if (person?.eventId !== eventId) return CheckInOutcome.NOT_A_TICKET;
  if (serial !== null && serial !== person.serial) return CheckInOutcome.PASSED_ON;
  return person.confirmed ? null : CheckInOutcome.NOT_CONFIRMED;
}
