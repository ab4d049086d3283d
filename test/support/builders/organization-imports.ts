import { Transactions } from '@app/database';
import { encodeGlobalId, newId } from '@app/kernel';
import { ImportListJob } from '@app/organizations';
import type { TestApp } from '../test-app.js';

/** A list that staff uploaded, with its whole file in one part, in the state told. */
export async function anOrganizationImport(
  app: TestApp,
  state: 'UPLOADING' | 'CHECKED',
  size = 4,
): Promise<{ key: string; id: string }> {
  const key = newId();
  await app.get(Transactions).query(
    `insert into organization_import (id, file_name, size, state, started_by, started_at, changed_at)
     values ($1, '名录.csv', $2, $3, $1, now(), now())`,
    [key, size, state],
  );
  return { key, id: encodeGlobalId('OrganizationImport', key) };
}

/** Does what the worker would do next with uploaded lists. */
export async function importNext(app: TestApp): Promise<void> {
  const waiting = await app
    .get(Transactions)
    .query<{ id: string }>(`select id from organization_import where state in ('CHECKING', 'IMPORTING')`);
  for (const { id } of waiting) await app.get(ImportListJob, { strict: false }).handle({ importId: id });
}
