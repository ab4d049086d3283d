import {
  MatchmakingEventsService,
  type EventTerms,
  resolveSchedule,
  type ResolvedSchedule,
} from '@app/matchmaking-events';
import { Classification } from '@app/organizations';
import type { INestApplicationContext } from '@nestjs/common';
import { DateTime } from 'luxon';
import { DemoAftermath, DemoMeetings } from './demo-meetings.js';
import type { DemoClock } from './load-demonstration.js';
import { type DemoEvent, demoEvents } from './demo-files.js';
import type { RegisteredDemo } from './demo-organizations.js';
import { DemoRegistrations } from './demo-registrations.js';

/** Adds the invented events of the invented organizers. */
export async function addDemoEvents(
  app: INestApplicationContext,
  organizers: ReadonlyMap<string, RegisteredDemo>,
  clock: DemoClock,
): Promise<void> {
  const registrations = new DemoRegistrations(app, organizers);
  const meetings = new DemoMeetings(app, organizers);
  const aftermath = new DemoAftermath(app, organizers);
  const events = app.get(MatchmakingEventsService, { strict: false });
  const classification = app.get(Classification, { strict: false });
  for (const demo of demoEvents()) {
    const organizer = organizers.get(demo.organizer);
    if (!organizer)
      throw new Error(`Demonstration event ${demo.key}: there is no organizer ${demo.organizer}.`);
    const { registrations: attendance, announcedDaysAgo = 0 } = demo;
    const event = await clock.ago(announcedDaysAgo, async () => {
      const { event } = await events.createEvent(organizer.viewer, {
        organizationId: organizer.id,
        terms: termsOf(demo, classification),
      });
      const own = { id: event.id, organizationId: organizer.id };
      if (demo.state === 'PUBLISHED') await events.publishEvent(organizer.viewer, own);
      if (attendance) await registrations.fill(event, organizer, attendance);
      if (demo.meetings) await meetings.plan(event, organizer, demo.meetings);
      if (isOver(event)) await aftermath.standIn(event, organizer);
      return event;
    });
    if (isOver(event)) await aftermath.tell(event, organizer);
    if (attendance?.came) await registrations.open(event, organizer, attendance);
  }
}

/** By the clock on the wall, whatever day the demonstration is at. */
function isOver({ endsAt }: { endsAt: Date }): boolean {
  return +endsAt <= Date.now();
}

function termsOf(demo: DemoEvent, classification: Classification): EventTerms {
  return {
    kind: demo.kind,
    title: demo.title,
    description: demo.description ?? null,
    regionCode: classification.regionCode(demo.region, demo.key),
    venue: demo.venue ?? null,
    address: demo.address ?? null,
    onlineUrl: demo.online ?? null,
    industryCodes: demo.industries.map((code) => classification.industryCode(code, demo.key)),
    themes: demo.themes,
    schedule: scheduleOf(demo),
  };
}

function scheduleOf({ zone, startsInDays, lastsDays, from, to }: DemoEvent): ResolvedSchedule {
  const first = DateTime.now().setZone(zone).plus({ days: startsInDays });
  const last = first.plus({ days: lastsDays - 1 });
  return resolveSchedule({
    zone,
    startsLocal: `${first.toISODate()}T${from}`,
    startsOccurrence: null,
    endsLocal: `${last.toISODate()}T${to}`,
    endsOccurrence: null,
  });
}
