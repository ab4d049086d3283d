import { Capability, CapabilityKind, CapabilityState, type CapabilityTerms } from '@app/capabilities';
import { Transactions } from '@app/database';
import { encodeGlobalId, newId } from '@app/kernel';
import type { TestApp } from '../test-app.js';

/** A capability of the tests. */
export interface TestCapability {
  readonly key: string;
  /** Global id. */
  readonly id: string;
  readonly title: string;
}

/** A capability of an organization, published unless told otherwise. */
export async function aCapability(
  app: TestApp,
  organizationId: string,
  terms: CapabilityTerms = {},
  row: Partial<Capability> = {},
): Promise<TestCapability> {
  const capability = Capability.draft(newId(), organizationId, new Date());
  capability.describe({ kind: CapabilityKind.PROCESS, title: '铝合金压铸', ...terms }, new Date());
  Object.assign(capability, { state: CapabilityState.PUBLISHED }, row);
  await app
    .get(Transactions)
    .manager.getRepository(Capability)
    .insert({ ...capability });
  return { key: capability.id, id: encodeGlobalId('Capability', capability.id), title: capability.title };
}

/** A capability as the database has it. */
export function storedCapability(app: TestApp, key: string): Promise<Capability> {
  return app.get(Transactions).manager.getRepository(Capability).findOneByOrFail({ id: key });
}

/** All capabilities of an organization as the database has them. */
export function storedCapabilities(app: TestApp, organizationId: string): Promise<Capability[]> {
  return app
    .get(Transactions)
    .manager.getRepository(Capability)
    .find({ where: { organizationId }, order: { id: 'ASC' } });
}

/** When a supplier last spoke of a capability that is stale by now, ISO 8601. */
export const LONG_AGO = '2020-01-01T00:00:00.000Z';

/** As if the supplier had not spoken of a capability for years. */
export async function confirmedLongAgo(app: TestApp, key: string): Promise<void> {
  await app.get(Transactions).query(
    `update capability set facts_confirmed_at =
      (select jsonb_object_agg(fact, $2::text) from jsonb_object_keys(facts_confirmed_at) as fact) where id = $1`,
    [key, LONG_AGO],
  );
}
