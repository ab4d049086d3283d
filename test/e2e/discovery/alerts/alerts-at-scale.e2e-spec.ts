import { Transactions } from '@app/database';
import { SavedSearchAlerts } from '@app/discovery';
import { aCapability } from '../../../support/builders/capabilities.js';
import { aPerson } from '../../../support/builders/identity.js';
import { anOrganization } from '../../../support/builders/organizations.js';
import { aNeed } from '../../../support/builders/procurement.js';
import { savedBy, searchesOf } from '../../../support/builders/saved-searches.js';
import { createTestApp, type TestApp } from '../../../support/test-app.js';

const QUESTIONS = 1500;
const NEEDS = 500;

let app: TestApp;

beforeAll(async () => {
  app = await createTestApp();
}, 60_000);
afterAll(() => app.close());

/** Copies of a saved search for as many new persons; each waits for something else. */
async function copies(searchId: string, count: number, prefix: string): Promise<void> {
  await app.get(Transactions).query(
    `with person as (
       insert into app_user (id, name, locale, created_at)
       select gen_random_uuid(), '读者', 'zh', now() from generate_series(1, $2::int) returning id)
     insert into saved_search
     select (jsonb_populate_record(s, jsonb_build_object('id', gen_random_uuid(), 'user_id', p.id,
              'keys', jsonb_build_array($3::text || p.id), 'unsubscribe_token', p.id))).*
       from saved_search s cross join person p where s.id = $1`,
    [searchId, count, prefix],
  );
}

it('a change is held against those who wait for such things, not against all of them', async () => {
  const [buyer, supplier, reader] = [
    await anOrganization(app),
    await anOrganization(app),
    await aPerson(app),
  ];
  await savedBy(reader.client, { query: { index: 'CAPABILITIES', text: '钨钢刀具' } });
  const need = await aNeed(app, buyer.key, { title: '钨钢刀具' }, [{ name: '钨钢刀具' }]);
  await savedBy(buyer.owner.client, { needId: need.id });
  const [question] = await searchesOf(app, reader.user.id);
  const [ofNeed] = await searchesOf(app, buyer.owner.user.id);
  await copies(question!.id, QUESTIONS, 'g:');
  await copies(ofNeed!.id, NEEDS, 'c:');
  const capability = await aCapability(app, supplier.key, { title: '钨钢刀具' });
  const delivery = {
    ...{ id: '0', eventId: '0', type: 'ListingSearchable', ids: {}, attempts: 1 },
    ...{ aggregateType: 'Capability', aggregateId: capability.key },
  };
  const { statements } = await app.statements.during(() => app.get(SavedSearchAlerts).handle([delivery]));
  expect(statements.length).toBeLessThan(80);
  const rows = await app
    .get(Transactions)
    .query<{ users: number }>(
      'select count(distinct user_id)::int as users from listing_alert where settled_at is not null',
    );
  expect(rows).toEqual([{ users: 2 }]);
}, 120_000);
