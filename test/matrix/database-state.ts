import { Transactions } from '@app/database';
import type { TestApp } from '../support/test-app.js';

/** How often somebody tried is counted whatever came of it. */
const TRACES = ['attempt_counter'];

/** A row without the time at which a session was last used. */
const ROW = `(to_jsonb(t) - 'last_seen_at')::text`;

/** A digest of everything that is stored, table by table, with what waits to be carried out. */
export async function databaseState(app: TestApp): Promise<Record<string, string>> {
  const transactions = app.get(Transactions);
  const tables = await transactions.query<{ name: string }>(
    `select table_name as name from information_schema.tables
      where table_schema = 'public' and table_type = 'BASE TABLE' order by table_name`,
  );
  const digests = tables
    .filter(({ name }) => !TRACES.includes(name))
    .map(
      ({ name }) =>
        `select '${name}' as name, md5(coalesce(string_agg(${ROW}, '|' order by ${ROW}), '')) as digest from public."${name}" t`,
    );
  const jobs = `select 'jobs' as name, count(*)::text as digest from pgboss.job`;
  const rows = await transactions.query<{ name: string; digest: string }>(
    [...digests, jobs].join(' union all '),
  );
  return Object.fromEntries(rows.map(({ name, digest }) => [name, digest]));
}
