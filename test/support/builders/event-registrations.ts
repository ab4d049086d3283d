import { Transactions } from '@app/database';
import { encodeGlobalId, newId } from '@app/kernel';
import {
  EventAdmission,
  EventRegistration,
  EventRepresentative,
  EventTicketKey,
  newTicketKey,
  ParticipantRole,
} from '@app/matchmaking-events';
import type { TestApp } from '../test-app.js';

/** Lets organizations in to an event in a role, suppliers without a limit unless told otherwise. */
export async function anAdmission(
  app: TestApp,
  eventId: string,
  terms: Partial<EventAdmission> = {},
): Promise<void> {
  const usual = { role: ParticipantRole.SUPPLIER, capacity: null, approvalNeeded: false, offerHours: 24 };
  await app
    .get(Transactions)
    .manager.getRepository(EventAdmission)
    .insert({ ...usual, ...terms, eventId });
  await app
    .get(Transactions)
    .manager.getRepository(EventTicketKey)
    .upsert({ eventId, ...newTicketKey(), createdAt: new Date() }, ['eventId']);
  await app
    .get(Transactions)
    .query('update matchmaking_event set registration_opened_at = now() where id = $1', [eventId]);
}

/** A registration with one representative, confirmed as a supplier unless told otherwise; gives its key. */
export async function aRegistration(
  app: TestApp,
  eventId: string,
  row: Partial<Omit<EventRegistration, 'state'>> & { state?: string; name?: string; userId?: string } = {},
): Promise<string> {
  const { name = '李雷', userId = null, state = 'CONFIRMED', ...more } = row;
  const id = newId();
  const now = new Date();
  const given = {
    id,
    eventId,
    role: ParticipantRole.SUPPLIER,
    organizationId: null,
    registeredBy: null,
    answers: [],
  };
  const registration = { ...EventRegistration.submit(given, now, now), ...more, state, version: 1 };
  const { manager } = app.get(Transactions);
  await manager.getRepository(EventRegistration).insert(registration as EventRegistration);
  await manager.getRepository(EventRepresentative).insert({
    id: newId(),
    registrationId: id,
    eventId,
    position: 1,
    userId,
    name,
    jobTitle: null,
    ticketSerial: 1,
  });
  return id;
}

/** Global id of a registration. */
export function registrationId(key: string): string {
  return encodeGlobalId('EventRegistration', key);
}

/** The registrations of an event as the database has them, the first first. */
export function registrationsOf(app: TestApp, eventId: string): Promise<EventRegistration[]> {
  return app
    .get(Transactions)
    .manager.getRepository(EventRegistration)
    .find({ where: { eventId }, order: { id: 'ASC' } });
}

/** The representatives of a registration as the database has them. */
export function representativesOf(app: TestApp, registrationId: string): Promise<EventRepresentative[]> {
  return app
    .get(Transactions)
    .manager.getRepository(EventRepresentative)
    .find({ where: { registrationId }, order: { position: 'ASC' } });
}

/** Another representative of a registration, named after those before; gives the global id. */
export async function aColleague(
  app: TestApp,
  registrationId: string,
  row: Partial<EventRepresentative> = {},
): Promise<string> {
  const before = await representativesOf(app, registrationId);
  const id = newId();
  await app
    .get(Transactions)
    .manager.getRepository(EventRepresentative)
    .insert({
      id,
      registrationId,
      eventId: before[0]!.eventId,
      position: before.length + 1,
      userId: null,
      name: '韩梅梅',
      jobTitle: null,
      ticketSerial: 1,
      ...row,
    });
  return encodeGlobalId('EventRepresentative', id);
}
