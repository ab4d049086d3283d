import { Clock } from '@app/kernel';
import { EventRegistrationsReader } from '@app/matchmaking-events';
import { Injectable } from '@nestjs/common';
import { MeetingGridsRepository } from '../booking/meeting-grids.repository.js';
import { seatsOf } from '../booking/meeting-seats.js';
import type { Meeting } from '../booking/meeting.entity.js';
import { MeetingState } from '../booking/meeting.enums.js';
import { MeetingsRepository } from '../booking/meetings.repository.js';
import { SchedulingRunsRepository } from '../scheduling/scheduling-runs.repository.js';
import { WishLevel } from '../wishes/meeting-wish.enums.js';
import { MeetingWishesRepository } from '../wishes/meeting-wishes.repository.js';
import type { Publication, PublicationFacts } from './publication.js';
import { PublishObstacle } from './publishing.enums.js';

/** What the other side reads where a new schedule has no place for a meeting. */
const NO_PLACE_ANY_MORE = '排程调整 · The schedule was changed';

/** What the two have decided themselves is respected: nothing is left of what was planned for them. */
const DECIDED_BY_THE_TWO: readonly PublishObstacle[] = [
  PublishObstacle.AGREED_MEANWHILE,
  PublishObstacle.CANCELLED_MEANWHILE,
  PublishObstacle.NOT_WANTED,
  PublishObstacle.WITHDRAWN,
];

/** Opens the schedule of an event for publishing, and writes it. Part of the running transaction. */
@Injectable()
export class PublicationBook {
  constructor(
    private readonly meetings: MeetingsRepository,
    private readonly registrations: EventRegistrationsReader,
    private readonly grids: MeetingGridsRepository,
    private readonly wishes: MeetingWishesRepository,
    private readonly runs: SchedulingRunsRepository,
    private readonly clock: Clock,
  ) {}

  /** Whether the scheduler is about to put another schedule in the place of this one. */
  async isBeingScheduled(eventId: string): Promise<boolean> {
    return (await this.runs.lockActive(eventId)) !== null;
  }

  /** Everything that has to be known, with the meetings and everybody's bookings kept from changing. */
  async open(eventId: string): Promise<{ facts: PublicationFacts; dropped: Meeting[] }> {
    const slots = await this.grids.slotsOf([eventId]);
    const confirmed = await this.registrations.findConfirmedRegistrations(eventId);
    await this.meetings.queueFor([...slots, ...confirmed].map(({ id }) => id));
    const ids = (await this.meetings.notCancelled(eventId)).map(({ id }) => id);
    const all = await this.meetings.lock(ids);
    const falling = new Set(await this.runs.droppedByLatest(eventId));
    const dropped = all.filter((meeting) => falling.has(meeting.id) && meeting.standing && !meeting.locked);
    const wishes = await this.wishes.from(confirmed.map(({ id }) => id));
    const refused = wishes.filter(({ level }) => level === WishLevel.NO);
    return {
      dropped,
      facts: {
        now: this.clock.now(),
        provisional: all.filter(({ state }) => state === MeetingState.PROVISIONAL),
        standing: all.filter(
          (meeting) => meeting.state !== MeetingState.PROVISIONAL && !dropped.includes(meeting),
        ),
        tableIds: (await this.grids.tablesOf([eventId])).map(({ id }) => id),
        slotStarts: new Map(slots.map(({ id, startsAt }) => [id, startsAt])),
        confirmed: new Set(confirmed.map(({ id }) => id)),
        refused: new Set(
          refused.flatMap(({ fromRegistrationId: from, toRegistrationId: to }) => [
            `${from} ${to}`,
            `${to} ${from}`,
          ]),
        ),
      },
    };
  }

  /** Calls off what falls out, moves what moves, seats what is new, and forgets what was agreed otherwise. */
  async write(
    { publishable, obstructed }: Publication,
    { dropped, standing }: { dropped: readonly Meeting[]; standing: readonly Meeting[] },
  ): Promise<void> {
    const at = this.clock.now();
    for (const meeting of dropped) meeting.cancel(NO_PLACE_ANY_MORE, at);
    const byId = new Map(standing.map((meeting) => [meeting.id, meeting]));
    const settled = publishable.map(({ meeting, tableId }) => {
      const replaced = meeting.replacesId ? byId.get(meeting.replacesId) : undefined;
      return (replaced ?? meeting).settle({ ...meeting, tableId }, at);
    });
    const superseded = obstructed.filter(({ obstacle }) => DECIDED_BY_THE_TWO.includes(obstacle));
    const spent = [...publishable, ...superseded]
      .map(({ meeting }) => meeting)
      .filter((meeting) => !settled.includes(meeting));
    await this.meetings.removeProvisional(spent.map(({ id }) => id));
    await this.meetings.seatAnew([...dropped, ...settled], settled.flatMap(seatsOf));
  }
}
