import {
  EventRegistrationsReader,
  EventRepresentativesReader,
  type MatchmakingEvent,
  ParticipantRole,
} from '@app/matchmaking-events';
import {
  type Meeting,
  MeetingOutcomesService,
  MeetingsService,
  MeetingStandInsService,
  SchedulingService,
  OutcomeKind,
  PublishingService,
  RunSchedulingJob,
  SchedulingMode,
  MeetingGridService,
  MeetingWishesService,
  WishLevel,
} from '@app/meetings';
import type { INestApplicationContext } from '@nestjs/common';
import { DateTime } from 'luxon';
import type { RegisteredDemo } from './demo-organizations.js';

/** Of so many meetings one is missed by the supplier. */
const MISSED_OF = 9;

/** What one side says of a meeting: every so many meetings, of what kind, and what it is worth in CNY. */
interface DemoClaim {
  readonly every: number;
  readonly kind: OutcomeKind;
  readonly buyer: string | null | undefined;
  readonly supplier: string | null | undefined;
}

/** Some of it is said by both sides, with the same amount or not, and some by one side alone. */
const CLAIMS: readonly DemoClaim[] = [
  { every: 2, kind: OutcomeKind.INTENT, buyer: '320000', supplier: '320000' },
  { every: 3, kind: OutcomeKind.SAMPLE, buyer: null, supplier: null },
  { every: 5, kind: OutcomeKind.ORDER, buyer: '480000', supplier: '500000' },
  { every: 7, kind: OutcomeKind.TRIAL, buyer: undefined, supplier: '60000' },
];
/** In every so many meetings a side says that nothing more will come. */
const ENDED_BY_BUYER = 4;
const ENDED_BY_SUPPLIER = 8;
const REMARK = '带图洽谈，沟通充分。';

/** What comes of the meetings of a finished event of the demonstration, through the use cases that people use. */
export class DemoAftermath {
  constructor(
    private readonly app: INestApplicationContext,
    private readonly organizations: ReadonlyMap<string, RegisteredDemo>,
  ) {}

  /** The buyer of the first meeting at which a colleague has nothing else to do then sends that colleague. */
  async standIn(event: MatchmakingEvent, organizer: RegisteredDemo): Promise<void> {
    const meetings = await this.meetingsOf(event, organizer);
    const people = await this.app
      .get(EventRepresentativesReader, { strict: false })
      .findRepresentatives(meetings.map(({ buyerRegistrationId }) => buyerRegistrationId));
    const isFree = (personId: string, { slotId }: Meeting) =>
      !meetings.some((other) => other.slotId === slotId && other.buyerRepresentativeId === personId);
    for (const meeting of meetings) {
      const colleague = people.find(
        ({ id, registrationId }) => registrationId === meeting.buyerRegistrationId && isFree(id, meeting),
      );
      if (!colleague) continue;
      const { id: organizationId, viewer } = (await this.sidesOf(meeting)).buyer;
      const wish = { id: meeting.id, organizationId, representativeId: colleague.id };
      return done(await this.app.get(MeetingStandInsService, { strict: false }).nameStandIn(viewer, wish));
    }
  }

  /** Who came, what both sides say, what is over. */
  async tell(event: MatchmakingEvent, organizer: RegisteredDemo): Promise<void> {
    const aftermath = this.app.get(MeetingOutcomesService, { strict: false });
    for (const [i, meeting] of (await this.meetingsOf(event, organizer)).entries()) {
      const missed = i % MISSED_OF === MISSED_OF - 1;
      const absent = missed ? [ParticipantRole.SUPPLIER] : [];
      const own = { id: meeting.id, organizationId: organizer.id };
      done(await aftermath.recordAttendance(organizer.viewer, { ...own, absent }));
      if (!missed) await this.say(i, meeting);
    }
  }

  private async say(i: number, meeting: Meeting): Promise<void> {
    const aftermath = this.app.get(MeetingOutcomesService, { strict: false });
    const { buyer, supplier } = await this.sidesOf(meeting);
    const step = ({ id }: RegisteredDemo) => ({ id: meeting.id, organizationId: id });
    for (const { kind, ...said } of CLAIMS.filter(({ every }) => i % every === 0))
      for (const [house, amount] of [
        [buyer, said.buyer],
        [supplier, said.supplier],
      ] as const)
        if (amount !== undefined)
          done(await aftermath.claimOutcome(house.viewer, { ...step(house), kind, amount, claimed: true }));
    const rating = 3 + (i % 3);
    done(
      await aftermath.rateMeeting(buyer.viewer, { ...step(buyer), rating, comment: i === 0 ? REMARK : null }),
    );
    if (i % ENDED_BY_BUYER === 1)
      done(await aftermath.endThread(buyer.viewer, { ...step(buyer), ended: true }));
    if (i % ENDED_BY_SUPPLIER === 1)
      done(await aftermath.endThread(supplier.viewer, { ...step(supplier), ended: true }));
  }

  private async meetingsOf(event: MatchmakingEvent, organizer: RegisteredDemo): Promise<Meeting[]> {
    const meetings = this.app.get(MeetingsService, { strict: false });
    return (await meetings.findEventMeetings(organizer.viewer, event.id, { first: 100 })).edges.map(
      ({ node }) => node,
    );
  }

  private async sidesOf(meeting: Meeting): Promise<{ buyer: RegisteredDemo; supplier: RegisteredDemo }> {
    const found = await this.app
      .get(EventRegistrationsReader, { strict: false })
      .findRegistrations([meeting.buyerRegistrationId, meeting.supplierRegistrationId]);
    const houses = new Map([...this.organizations.values()].map((house) => [house.id, house]));
    const house = (id: string) => {
      const organizationId = found.find((registration) => registration.id === id)?.organizationId;
      const registered = houses.get(organizationId ?? '');
      if (!registered) throw new Error('Demonstration meeting: somebody sits there who is nobody.');
      return registered;
    };
    return { buyer: house(meeting.buyerRegistrationId), supplier: house(meeting.supplierRegistrationId) };
  }
}

/** The demonstration is made so that nothing is refused. */
function done(result: object): void {
  if ('code' in result) throw new Error(`Demonstration meeting: ${String(result.code)}`);
}

/** When and where one meets at an event of the demonstration, every day of it. */
interface DemoMeetingPlan {
  readonly from: string;
  readonly to: string;
  readonly minutes: number;
  readonly tables: number;
  /** Whether the schedule was made and published. */
  readonly published: boolean;
}

/** How long the solver may work on an event of the demonstration. */
const SECONDS = 1;

/** Gives events of the demonstration slots, tables, wishes, and a schedule, through the use cases that people use. */
export class DemoMeetings {
  constructor(
    private readonly app: INestApplicationContext,
    private readonly organizations: ReadonlyMap<string, RegisteredDemo>,
  ) {}

  /** Plans the meetings of an event, as its organizer and its participants. */
  async plan(event: MatchmakingEvent, organizer: RegisteredDemo, plan: DemoMeetingPlan): Promise<void> {
    const own = { eventId: event.id, organizationId: organizer.id };
    const grid = await this.app.get(MeetingGridService, { strict: false }).setMeetingGrid(organizer.viewer, {
      ...own,
      slots: slotsOf(event, plan),
      tables: Array.from({ length: plan.tables }, (_, i) => `${i + 1}号桌`),
    });
    if ('code' in grid) throw new Error(`Demonstration meetings of ${event.title}: ${grid.code}`);
    await this.wish(event);
    if (!plan.published) return;
    const order = { ...own, mode: SchedulingMode.PLAN, seconds: SECONDS };
    const started = await this.app
      .get(SchedulingService, { strict: false })
      .startScheduling(organizer.viewer, order);
    if ('code' in started) throw new Error(`Demonstration schedule of ${event.title}: ${started.code}`);
    await this.app.get(RunSchedulingJob, { strict: false }).handle({ runId: started.run.id });
    await this.app.get(PublishingService, { strict: false }).publishSchedule(organizer.viewer, own);
  }

  /** Every buyer wishes to meet about half of the suppliers, suppliers a third of the buyers; a few do not want to. */
  private async wish(event: MatchmakingEvent): Promise<void> {
    const confirmed = await this.app
      .get(EventRegistrationsReader, { strict: false })
      .findConfirmedRegistrations(event.id);
    const houses = new Map([...this.organizations.values()].map((house) => [house.id, house]));
    const of = (wanted: ParticipantRole) =>
      confirmed.flatMap(({ role, organizationId }) => (role === wanted && organizationId) || []);
    const [buyers, suppliers] = [of(ParticipantRole.BUYER), of(ParticipantRole.SUPPLIER)];
    for (const [b, buyer] of buyers.entries())
      for (const [s, supplier] of suppliers.entries()) {
        const place = b * 5 + s * 3;
        if (place % 2 === 0) await this.say(event, houses.get(buyer)!, supplier, levelOf(place));
        if (place % 3 === 0) await this.say(event, houses.get(supplier)!, buyer, levelOf(place + 7));
      }
  }

  private async say(
    event: MatchmakingEvent,
    house: RegisteredDemo,
    withOrganizationId: string,
    level: WishLevel,
  ): Promise<void> {
    await this.app.get(MeetingWishesService, { strict: false }).setMeetingWish(house.viewer, {
      eventId: event.id,
      organizationId: house.id,
      withOrganizationId,
      level,
      needId: null,
    });
  }
}

function levelOf(place: number): WishLevel {
  if (place % 13 === 0) return WishLevel.NO;
  return place % 7 === 0 ? WishLevel.MUST : WishLevel.WANT;
}

/** Slots of each day of the event, by the clock of the venue. */
function slotsOf(
  { startsAt, endsAt, zone }: MatchmakingEvent,
  { from, to, minutes }: DemoMeetingPlan,
): { startsAt: Date; endsAt: Date }[] {
  const slots: { startsAt: Date; endsAt: Date }[] = [];
  const [first, last] = [startsAt, endsAt].map((at) => DateTime.fromJSDate(at, { zone }).startOf('day'));
  for (let day = first!; day <= last!; day = day.plus({ days: 1 })) {
    const at = (clock: string) => DateTime.fromISO(`${day.toISODate()}T${clock}`, { zone });
    for (let begins = at(from); begins < at(to); begins = begins.plus({ minutes }))
      slots.push({ startsAt: begins.toJSDate(), endsAt: begins.plus({ minutes }).toJSDate() });
  }
  return slots;
}
