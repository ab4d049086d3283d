import { Transactions } from '@app/database';
import { encodeGlobalId, newId } from '@app/kernel';
import { QueueNumber, QueueNumberState, QueueTable } from '@app/meetings';
import type { TestApp } from '../test-app.js';

/** An open queue table of a participant. */
export async function aQueueTable(
  app: TestApp,
  { event, host }: { event: string; host: string },
  row: Partial<Omit<QueueTable, 'take'>> = {},
): Promise<{ key: string; id: string }> {
  const id = newId();
  await app
    .get(Transactions)
    .manager.getRepository(QueueTable)
    .insert({
      id,
      eventId: event,
      registrationId: host,
      label: `Q-${id.slice(-6)}`,
      minutesEach: 10,
      open: true,
      lastNumber: 0,
      createdAt: new Date(),
      ...row,
    });
  return { key: id, id: encodeGlobalId('QueueTable', id) };
}

/** The next number at a queue table; it waits unless told otherwise. */
export async function aQueueNumber(
  app: TestApp,
  { table, by }: { table: string; by: string },
  state = QueueNumberState.WAITING,
): Promise<{ key: string; id: string }> {
  const id = newId();
  const { manager } = app.get(Transactions);
  await manager.getRepository(QueueTable).increment({ id: table }, 'lastNumber', 1);
  const { lastNumber } = await manager.getRepository(QueueTable).findOneByOrFail({ id: table });
  const calledAt = state === QueueNumberState.WAITING ? null : new Date();
  const row = { id, queueTableId: table, registrationId: by, number: lastNumber, state };
  await manager.getRepository(QueueNumber).insert({ ...row, drawnAt: new Date(), calledAt });
  return { key: id, id: encodeGlobalId('QueueNumber', id) };
}

/** The numbers of a queue table as the database has them, in the order of drawing. */
export function storedNumbers(app: TestApp, table: string): Promise<QueueNumber[]> {
  return app
    .get(Transactions)
    .manager.getRepository(QueueNumber)
    .find({ where: { queueTableId: table }, order: { number: 'ASC' } });
}
