import { Transactions } from '@app/database';
import { encodeGlobalId } from '@app/kernel';
import {
  NeedWriter,
  NeedLine,
  type NeedLineTerms,
  type NeedTerms,
  NeedState,
  ProcurementNeed,
} from '@app/procurement';
import type { TestApp } from '../test-app.js';

const DAY = 24 * 60 * 60 * 1000;

/** A need of the tests. */
export interface TestNeed {
  readonly key: string;
  /** Global id. */
  readonly id: string;
}

/** An instant some days ahead. */
export function inDays(days: number): Date {
  return new Date(Date.now() + days * DAY);
}

/** A draft of an organization, with one line unless told otherwise. */
export async function aDraftNeed(
  app: TestApp,
  organizationKey: string,
  terms: NeedTerms = {},
  lines: readonly NeedLineTerms[] = [{ name: '电机壳体', process: '压铸' }],
): Promise<TestNeed> {
  const content = { terms: { title: '铝合金压铸壳体', ...terms }, lines };
  const { id: key } = await app.get(NeedWriter).addDraft(organizationKey, content);
  return { key, id: encodeGlobalId('ProcurementNeed', key) };
}

/** A published need, open for thirty days unless told otherwise. */
export async function aNeed(
  app: TestApp,
  organizationKey: string,
  terms: NeedTerms = {},
  lines?: readonly NeedLineTerms[],
): Promise<TestNeed> {
  const need = await aDraftNeed(app, organizationKey, { replyDeadline: inDays(30), ...terms }, lines);
  await setNeed(app, need.key, { state: NeedState.PUBLISHED, publishedAt: new Date() });
  return need;
}

/** Puts columns of a need as a test wants them. */
export async function setNeed(app: TestApp, key: string, columns: Partial<ProcurementNeed>): Promise<void> {
  await app.get(Transactions).manager.getRepository(ProcurementNeed).update({ id: key }, columns);
}

/** A need as the database has it. */
export function storedNeed(app: TestApp, key: string): Promise<ProcurementNeed> {
  return app.get(Transactions).manager.getRepository(ProcurementNeed).findOneByOrFail({ id: key });
}

/** The lines of a need as the database has them. */
export function storedLines(app: TestApp, needKey: string): Promise<NeedLine[]> {
  return app
    .get(Transactions)
    .manager.getRepository(NeedLine)
    .find({ where: { needId: needKey }, order: { position: 'ASC' } });
}

/** The needs of an organization as the database has them. */
export function needsOf(app: TestApp, organizationKey: string): Promise<ProcurementNeed[]> {
  return app
    .get(Transactions)
    .manager.getRepository(ProcurementNeed)
    .find({ where: { organizationId: organizationKey }, order: { id: 'ASC' } });
}

/** The keys of the organizations invited to a need. */
export async function invitedTo(app: TestApp, needKey: string): Promise<string[]> {
  const rows = await app
    .get(Transactions)
    .query<{ id: string }>(
      'select organization_id as id from need_invitation where need_id = $1 order by organization_id',
      [needKey],
    );
  return rows.map(({ id }) => id);
}
