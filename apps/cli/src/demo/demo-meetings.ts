import {
  EventRegistrationsRepository,
  type MatchmakingEvent,
  ParticipantRole,
} from '@app/matchmaking-events';
import {
  OrderScheduling,
  PublishSchedule,
  RunSchedulingJob,
  SchedulingMode,
  SetMeetingGrid,
  StateMeetingWishes,
  WishLevel,
} from '@app/meetings';
import type { INestApplicationContext } from '@nestjs/common';
import { DateTime } from 'luxon';
import type { RegisteredDemo } from './demo-organizations.js';

/** When and where one meets at an event of the demonstration, every day of it. */
export interface DemoMeetingPlan {
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
    const grid = await this.app.get(SetMeetingGrid, { strict: false }).set(organizer.viewer, {
      ...own,
      slots: slotsOf(event, plan),
      tables: Array.from({ length: plan.tables }, (_, i) => `${i + 1}号桌`),
    });
    if ('code' in grid) throw new Error(`Demonstration meetings of ${event.title}: ${grid.code}`);
    await this.wish(event);
    if (!plan.published) return;
    const order = { ...own, mode: SchedulingMode.PLAN, seconds: SECONDS };
    const started = await this.app.get(OrderScheduling, { strict: false }).start(organizer.viewer, order);
    if ('code' in started) throw new Error(`Demonstration schedule of ${event.title}: ${started.code}`);
    await this.app.get(RunSchedulingJob, { strict: false }).handle({ runId: started.run.id });
    await this.app.get(PublishSchedule, { strict: false }).publish(organizer.viewer, own);
  }

  /** Every buyer wishes to meet about half of the suppliers, suppliers a third of the buyers; a few do not want to. */
  private async wish(event: MatchmakingEvent): Promise<void> {
    const confirmed = await this.app
      .get(EventRegistrationsRepository, { strict: false })
      .confirmedAt(event.id);
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
    await this.app.get(StateMeetingWishes, { strict: false }).set(house.viewer, {
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
