import { Transactions } from '@app/database';
import { encodeGlobalId, newId } from '@app/kernel';
import {
  EventKind,
  EventState,
  type EventTerms,
  MatchmakingEvent,
  resolveSchedule,
} from '@app/matchmaking-events';
import type { TestApp } from '../test-app.js';

/** An event of the tests. */
export interface TestEvent {
  readonly key: string;
  /** Global id. */
  readonly id: string;
  readonly title: string;
}

/** A schedule of eight hours in Shanghai, so many days from now. */
export function aSchedule(days: number): { zone: string; starts: string; ends: string } {
  const day = new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);
  return { zone: 'Asia/Shanghai', starts: `${day}T09:00`, ends: `${day}T17:00` };
}

/** An event of an organization in so many days: announced, with a venue, unless told otherwise. */
export async function anEvent(
  app: TestApp,
  organizationId: string,
  terms: Omit<EventTerms, 'schedule'> & { days?: number } = {},
  row: Partial<MatchmakingEvent> = {},
): Promise<TestEvent> {
  const { days = 20, ...said } = terms;
  const { zone, starts, ends } = aSchedule(days);
  const times = { startsLocal: starts, startsOccurrence: null, endsLocal: ends, endsOccurrence: null };
  const event = MatchmakingEvent.draft(newId(), organizationId, new Date());
  const place = { regionCode: '3301', venue: '国际博览中心' };
  const usual = { kind: EventKind.DOCKING_SESSION, title: '汽车零部件供需对接会', ...place };
  event.describe({ ...usual, ...said, schedule: resolveSchedule({ zone, ...times }) }, new Date());
  Object.assign(event, { decidedState: EventState.PUBLISHED, publishedAt: new Date() }, row);
  await app
    .get(Transactions)
    .manager.getRepository(MatchmakingEvent)
    .insert({ ...event });
  return { key: event.id, id: encodeGlobalId('MatchmakingEvent', event.id), title: event.title };
}

/** A draft of an organization. */
export function anEventDraft(
  app: TestApp,
  organizationId: string,
  terms: Omit<EventTerms, 'schedule'> & { days?: number } = {},
): Promise<TestEvent> {
  return anEvent(app, organizationId, terms, { decidedState: EventState.DRAFT, publishedAt: null });
}

/** An event as the database has it. */
export function storedEvent(app: TestApp, key: string): Promise<MatchmakingEvent> {
  return app.get(Transactions).manager.getRepository(MatchmakingEvent).findOneByOrFail({ id: key });
}

/** All events of an organizer as the database has them. */
export function storedEvents(app: TestApp, organizationId: string): Promise<MatchmakingEvent[]> {
  return app
    .get(Transactions)
    .manager.getRepository(MatchmakingEvent)
    .find({ where: { organizationId }, order: { id: 'ASC' } });
}
