import { Transactions } from '@app/database';
import { encodeGlobalId, newId } from '@app/kernel';
import {
  Meeting,
  MeetingRequest,
  MeetingRequestState,
  MeetingSeat,
  MeetingSlot,
  MeetingState,
  MeetingTable,
  MeetingWish,
  SchedulingMode,
  SchedulingPhase,
  SchedulingRun,
  SchedulingState,
  WishLevel,
} from '@app/meetings';
import type { TestApp } from '../test-app.js';
import { representativesOf } from './event-registrations.js';
import { storedEvent } from './matchmaking-events.js';

/** Slots and tables of an event, by key and by global id. */
export interface TestMeetingGrid {
  readonly slots: readonly string[];
  readonly slotIds: readonly string[];
  readonly tables: readonly string[];
}

/** Slots one after another from the beginning of an event, and tables. */
export async function aMeetingGrid(
  app: TestApp,
  eventId: string,
  { slots, tables, minutes = 4 }: { slots: number; tables: number; minutes?: number },
): Promise<TestMeetingGrid> {
  const { startsAt } = await storedEvent(app, eventId);
  const at = (i: number) => new Date(startsAt.getTime() + i * minutes * 60_000);
  const spans = Array.from({ length: slots }, (_, i) => ({
    id: newId(),
    eventId,
    startsAt: at(i),
    endsAt: at(i + 1),
  }));
  const places = Array.from({ length: tables }, (_, i) => ({ id: newId(), eventId, label: `T${i + 1}` }));
  const { manager } = app.get(Transactions);
  await manager.getRepository(MeetingSlot).insert(spans);
  await manager.getRepository(MeetingTable).insert(places);
  return {
    slots: spans.map(({ id }) => id),
    slotIds: spans.map(({ id }) => encodeGlobalId('MeetingSlot', id)),
    tables: places.map(({ id }) => id),
  };
}

/** A published meeting between the first representatives of two registrations. */
export async function aMeeting(
  app: TestApp,
  { buyer, supplier, slot, table }: { buyer: string; supplier: string; slot: string; table: string },
  row: Partial<Meeting> = {},
): Promise<{ key: string; id: string }> {
  const [buying] = await representativesOf(app, buyer);
  const [selling] = await representativesOf(app, supplier);
  const now = new Date();
  const meeting: Partial<Meeting> = {
    id: newId(),
    eventId: buying!.eventId,
    buyerRegistrationId: buyer,
    supplierRegistrationId: supplier,
    buyerRepresentativeId: buying!.id,
    supplierRepresentativeId: selling!.id,
    slotId: slot,
    tableId: table,
    state: MeetingState.PUBLISHED,
    createdAt: now,
    updatedAt: now,
    ...row,
  };
  const seat = (representativeId: string | null, tableId: string | null) => ({
    id: newId(),
    meetingId: meeting.id!,
    slotId: slot,
    representativeId,
    tableId,
  });
  const { manager } = app.get(Transactions);
  await manager.getRepository(Meeting).insert(meeting);
  // A provisional meeting holds nothing.
  if (meeting.state !== MeetingState.PROVISIONAL)
    await manager
      .getRepository(MeetingSeat)
      .insert([seat(buying!.id, null), seat(selling!.id, null), seat(null, table)]);
  return { key: meeting.id!, id: encodeGlobalId('Meeting', meeting.id!) };
}

/** A request that waits for an answer. */
export async function aMeetingRequest(
  app: TestApp,
  { from, to, slot }: { from: string; to: string; slot: string },
  row: Partial<Omit<MeetingRequest, 'openAt' | 'answer'>> = {},
): Promise<{ key: string; id: string }> {
  const [asking] = await representativesOf(app, from);
  const id = newId();
  const now = new Date();
  await app
    .get(Transactions)
    .manager.getRepository(MeetingRequest)
    .insert({
      id,
      eventId: asking!.eventId,
      fromRegistrationId: from,
      toRegistrationId: to,
      slotId: slot,
      state: MeetingRequestState.PENDING,
      message: null,
      expiresAt: new Date(now.getTime() + 86_400_000),
      createdAt: now,
      updatedAt: now,
      ...row,
    });
  return { key: id, id: encodeGlobalId('MeetingRequest', id) };
}

/** What one registration wishes of another: it wants to meet, unless told otherwise. */
export async function aMeetingWish(
  app: TestApp,
  { from, to }: { from: string; to: string },
  row: Partial<MeetingWish> = {},
): Promise<{ key: string; id: string }> {
  const [wishing] = await representativesOf(app, from);
  const id = newId();
  const now = new Date();
  await app
    .get(Transactions)
    .manager.getRepository(MeetingWish)
    .insert({
      id,
      eventId: wishing!.eventId,
      fromRegistrationId: from,
      toRegistrationId: to,
      level: WishLevel.WANT,
      needId: null,
      createdAt: now,
      updatedAt: now,
      ...row,
    });
  return { key: id, id: encodeGlobalId('MeetingWish', id) };
}

/** A run of the scheduler that waits for a worker, unless told otherwise. */
export async function aSchedulingRun(
  app: TestApp,
  eventId: string,
  row: Partial<SchedulingRun> = {},
): Promise<{ key: string; id: string }> {
  const id = newId();
  await app
    .get(Transactions)
    .manager.getRepository(SchedulingRun)
    .insert({
      id,
      eventId,
      mode: SchedulingMode.PLAN,
      state: SchedulingState.QUEUED,
      phase: SchedulingPhase.PREPARING,
      seconds: 1,
      advice: [],
      createdAt: new Date(),
      ...row,
    });
  return { key: id, id: encodeGlobalId('SchedulingRun', id) };
}

/** A run as the database has it. */
export function storedRun(app: TestApp, key: string): Promise<SchedulingRun> {
  return app.get(Transactions).manager.getRepository(SchedulingRun).findOneByOrFail({ id: key });
}

/** A meeting as the database has it. */
export function storedMeeting(app: TestApp, key: string): Promise<Meeting> {
  return app.get(Transactions).manager.getRepository(Meeting).findOneByOrFail({ id: key });
}
