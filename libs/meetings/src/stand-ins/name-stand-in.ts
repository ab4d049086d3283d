import { Transactions } from '@app/database';
import type { Viewer } from '@app/identity';
import { NotFoundError } from '@app/kernel';
import { EventRepresentativesReader } from '@app/matchmaking-events';
import { Injectable } from '@nestjs/common';
import { MeetingBooking } from '../booking/meeting-booking.js';
import { MeetingStateError } from '../booking/meeting.errors.js';
import { MeetingAftermathReader } from '../outcomes/meeting-aftermath.reader.js';
import { MeetingStandInsRepository } from './meeting-stand-ins.repository.js';
import { StandInRecord } from './stand-in-record.js';
import { NameMeetingStandInPayload, type NameMeetingStandInResult } from './stand-in.results.js';

/** Who is to sit in a meeting; the caller acts for `organizationId`. */
export interface NamedStandIn {
  readonly id: string;
  readonly organizationId: string;
  readonly representativeId: string;
}

/**
 * One side sends another of its registered representatives into a meeting. Time and table stay, so that a locked meeting
 * takes a stand-in, too; whoever sits somewhere else in that slot is refused by the keys of the seats.
 */
@Injectable()
export class NameStandIn {
  constructor(
    private readonly transactions: Transactions,
    private readonly reader: MeetingAftermathReader,
    private readonly people: EventRepresentativesReader,
    private readonly standIns: MeetingStandInsRepository,
    private readonly booking: MeetingBooking,
    private readonly record: StandInRecord,
  ) {}

  /** Names the stand-in; who sits there already stays. Throws NOT_FOUND for a person of another registration. */
  name(viewer: Viewer, wish: NamedStandIn): Promise<NameMeetingStandInResult> {
    return this.booking.orRefused<NameMeetingStandInResult>(() =>
      this.transactions.run(async () => {
        const { id, organizationId } = wish;
        const { meeting, roleOf } = await this.reader.lockFor(viewer, id, organizationId);
        const role = roleOf(organizationId);
        const person = await this.people.findRepresentative(wish.representativeId);
        if (!role || person?.registrationId !== meeting.registrationOf(role)) throw new NotFoundError();
        if (!meeting.standing) return new MeetingStateError(meeting.state);
        const left = meeting.representativeOf(role);
        if (left === person.id) return new NameMeetingStandInPayload(meeting);
        const { slotId, buyerRegistrationId, supplierRegistrationId } = meeting;
        await this.reader.meetings.queueFor([slotId, buyerRegistrationId, supplierRegistrationId]);
        const standIn = this.record.of(meeting, role, { left, person });
        await this.standIns.seat(meeting, standIn);
        await this.record.keep(meeting, standIn);
        return new NameMeetingStandInPayload(meeting);
      }),
    );
  }
}
