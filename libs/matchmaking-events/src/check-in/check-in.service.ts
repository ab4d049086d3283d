import { Transactions } from '@app/database';
import { UseCaseRunner, type Viewer } from '@app/identity';
import { BatchLoader, Clock, isId, newId, NotFoundError, Rollback } from '@app/kernel';
import { Injectable } from '@nestjs/common';
import { EventState, isClosed } from '../events/matchmaking-event.enums.js';
import { EventStateError } from '../events/matchmaking-event.errors.js';
import { type OwnEvent, OwnEventsService } from '../events/own-events.service.js';
import {
  EventAdmissionsRepository,
  TicketKeysRepository,
} from '../registration/event-admissions.repository.js';
import { EventRegistration } from '../registration/event-registration.entity.js';
import { RoleNotAdmittedError } from '../registration/event-registration.graphql.js';
import { EventRegistrationsRepository } from '../registration/event-registrations.repository.js';
import { EventRepresentativesRepository } from '../registration/event-representatives.repository.js';
import { EventWaitlistService } from '../registration/event-waitlist.service.js';
import { type ParticipantRole, RegistrationState } from '../registration/registration.enums.js';
import { readTicket } from '../registration/ticket-token.js';
import {
  CheckInOutcome,
  type CheckInResultType,
  EventFullError,
  RegisterWalkInPayload,
  type RegisterWalkInResult,
  SyncCheckInsPayload,
} from './check-in.graphql.js';
import { type Attendance, CheckInsRepository, type Expected } from './check-ins.repository.js';

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

/** A person at the door, as a device noted it: by a scanned ticket or by a tapped name. */
export interface NotedEntry {
  readonly id: string;
  readonly ticket: string | null;
  readonly representativeId: string | null;
  readonly at: Date;
}

/** The entries that a device sends when it has a network again. */
interface DeviceNotes extends OwnEvent {
  readonly device: string;
  readonly entries: readonly NotedEntry[];
}

/** A person who comes without a registration. */
interface WalkIn extends OwnEvent {
  readonly role: ParticipantRole;
  readonly companyName: string;
  readonly name: string;
  readonly jobTitle: string | null;
  readonly device: string;
  readonly evenIfFull: boolean;
  readonly clientMutationId?: string | null;
}

/** An entry with its representative and the serial of the ticket; the serial is null for a tapped name. */
interface ReadEntry {
  readonly noted: NotedEntry;
  readonly representativeId: string | null;
  readonly serial: number | null;
}

/**
 * The door of an event. Check-in entries are a set that only grows: sending them again, in another order, or from two
 * devices at once has the same result, and the earliest entry of a person counts.
 */
@Injectable()
export class CheckInService {
  constructor(
    private readonly transactions: Transactions,
    private readonly runner: UseCaseRunner,
    private readonly own: OwnEventsService,
    private readonly waitlist: EventWaitlistService,
    private readonly admissions: EventAdmissionsRepository,
    private readonly registrations: EventRegistrationsRepository,
    private readonly representatives: EventRepresentativesRepository,
    private readonly checkIns: CheckInsRepository,
    private readonly keys: TicketKeysRepository,
    private readonly clock: Clock,
  ) {}

  /** Merges the entries of a device, which may have been without a network; returns the outcome of each entry. */
  syncCheckIns(viewer: Viewer, notes: DeviceNotes): Promise<SyncCheckInsPayload> {
    return this.transactions.run(async () => {
      const event = await this.own.shareEvent(viewer, notes);
      const read = await this.readEntries(event.id, notes.entries);
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
      return new SyncCheckInsPayload(await this.findOutcomes(judged));
    });
  }

  /** Registers, confirms and checks in a walk-in, once for each client mutation, within the capacity of the role. */
  registerWalkIn(viewer: Viewer, walkIn: WalkIn): Promise<RegisterWalkInResult> {
    return this.runner.runCreation<RegisterWalkInResult>(viewer, {
      operation: 'registerWalkIn',
      clientMutationId: walkIn.clientMutationId,
      create: () => this.insertWalkIn(viewer, walkIn),
      present: async (id) => {
        const registration = await this.registrations.findRegistration(id);
        if (registration?.eventId !== walkIn.id) throw new NotFoundError();
        return new RegisterWalkInPayload(registration);
      },
    });
  }

  /** The registration behind a ticket of an event; null when it is not a valid ticket of this event. */
  async findRegistrationByTicket(eventId: string, token: string): Promise<string | null> {
    const [key] = await this.keys.findKeys([eventId]);
    const ticket = key ? readTicket(token, key.publicKey) : null;
    if (ticket?.eventId !== eventId) return null;
    const [person] = await this.checkIns.findExpected([ticket.representativeId]);
    if (person?.eventId !== eventId || person.serial !== ticket.serial) return null;
    const representative = await this.representatives.findRepresentative(ticket.representativeId);
    return representative?.registrationId ?? null;
  }

  private async readEntries(eventId: string, entries: readonly NotedEntry[]): Promise<ReadEntry[]> {
    const [key] = await this.keys.findKeys([eventId]);
    return entries.map((noted) => {
      if (noted.ticket === null) return { noted, representativeId: noted.representativeId, serial: null };
      const ticket = key ? readTicket(noted.ticket, key.publicKey) : null;
      const ours = ticket?.eventId === eventId ? ticket : null;
      return { noted, representativeId: ours?.representativeId ?? null, serial: ours?.serial ?? null };
    });
  }

  private async findOutcomes(
    judged: readonly { entry: ReadEntry; refusal: CheckInOutcome | null }[],
  ): Promise<CheckInResultType[]> {
    const ids = judged.flatMap(({ entry }) => entry.representativeId ?? []);
    const attendance = new Map(
      (await this.checkIns.findAttendance(ids)).map((one) => [one.representativeId, one]),
    );
    return judged.map(({ entry: { noted, representativeId }, refusal }) => {
      const first = representativeId ? attendance.get(representativeId) : undefined;
      const counts = first?.entryId === noted.id ? CheckInOutcome.RECORDED : CheckInOutcome.DUPLICATE;
      return {
        entryId: noted.id,
        outcome: refusal ?? counts,
        representativeKey: refusal === CheckInOutcome.NOT_A_TICKET ? null : representativeId,
        firstAt: first?.at ?? null,
        firstDevice: first?.device ?? null,
      };
    });
  }

  private async insertWalkIn(viewer: Viewer, walkIn: WalkIn): Promise<string> {
    const event = await this.own.shareEvent(viewer, walkIn);
    const now = this.clock.now();
    const state = event.stateAt(now);
    if (isClosed(state) || state === EventState.DRAFT)
      throw new Rollback<RegisterWalkInResult>(new EventStateError(state));
    const eventId = event.id;
    const { role } = walkIn;
    const admission = await this.admissions.lockAdmission(eventId, role);
    if (!admission) throw new Rollback<RegisterWalkInResult>(new RoleNotAdmittedError());
    if (!walkIn.evenIfFull && (await this.waitlist.countFreePlaces(admission)) <= 0)
      throw new Rollback<RegisterWalkInResult>(new EventFullError());
    const joinedAt = await this.registrations.findNextJoinedAt(eventId, role, now);
    const given = { id: newId(), eventId, role, organizationId: null, answers: [] };
    const registration = EventRegistration.submit({ ...given, registeredBy: viewer.userId }, joinedAt, now);
    registration.companyName = walkIn.companyName.trim();
    registration.walkIn = true;
    registration.moveTo(RegistrationState.CONFIRMED, now);
    await this.registrations.insertRegistration(registration);
    const person = {
      id: newId(),
      registrationId: registration.id,
      eventId,
      position: 1,
      userId: null,
      name: walkIn.name.trim(),
      jobTitle: walkIn.jobTitle?.trim() || null,
      ticketSerial: 1,
    };
    await this.representatives.insertRepresentatives([person]);
    await this.keys.ensureKey(eventId);
    const seen = { id: newId(), eventId, representativeId: person.id, at: now, receivedAt: now };
    await this.checkIns.insertCheckIns([{ ...seen, device: walkIn.device, checkedInBy: viewer.userId }]);
    return registration.id;
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
