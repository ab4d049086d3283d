import { Transactions } from '@app/database';
import { encodeGlobalId, newId } from '@app/kernel';
import type { TestApp } from '../test-app.js';

/** A collection of needs of the tests, with one district. */
export interface TestCollection {
  readonly id: string;
  readonly key: string;
  /** Global id of its district. */
  readonly districtId: string;
  readonly districtKey: string;
}

/** A collection of a bureau for an event, for which the members of an organization bring in needs. */
export async function aNeedCollection(
  app: TestApp,
  eventId: string,
  { bureau, delegate }: { bureau: string; delegate: string },
): Promise<TestCollection> {
  const [key, districtKey] = [newId(), newId()];
  const transactions = app.get(Transactions);
  await transactions.query(
    `insert into need_collection (id, event_id, organization_id, title, deadline, created_at)
     values ($1, $2, $3, '需求征集', now() + interval '9 days', now())`,
    [key, eventId, bureau],
  );
  await transactions.query(
    `insert into collection_district (id, collection_id, position, name, quota, delegate_organization_id)
     values ($1, $2, 1, '滨江区', 3, $3)`,
    [districtKey, key, delegate],
  );
  const districtId = encodeGlobalId('CollectionDistrict', districtKey);
  return { key, id: encodeGlobalId('NeedCollection', key), districtKey, districtId };
}

/** A need that a district brought in; gives its global id. */
export async function aCollectedNeed(
  app: TestApp,
  { key, districtKey }: TestCollection,
  state: 'SUBMITTED' | 'ACCEPTED',
): Promise<string> {
  const id = newId();
  await app.get(Transactions).query(
    `insert into collected_need (id, collection_id, district_id, company_name, kind, title, public, consent_given_by,
                                 consent_given_on, consent_form, state, created_at, updated_at)
     values ($1, $2, $3, '杭州未入驻机械厂', 'PART', '电机壳体', true, '采购部负责人', '2026-01-05', 'WRITTEN', $4, now(), now())`,
    [id, key, districtKey, state],
  );
  return encodeGlobalId('CollectedNeed', id);
}
