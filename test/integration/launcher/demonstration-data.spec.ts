import { createTestDatabase, type TestDatabase } from '../../support/test-database.js';
import { accountsIn, demonstrationAccounts } from '../../../apps/cli/src/start/demonstration.js';
import { until } from '../embedded/server-fixture.js';
import { FaultBed } from '../faults/fault-bed.js';

const PATIENCE_MS = 400_000;
const LOADING = `select pg_relation_size('capability')`;
const PEOPLE = 'select count(*) from app_user';
const ORGANIZATIONS = 'select count(*) from organization';

describe('the demonstration data', () => {
  let database: TestDatabase;
  let bed: FaultBed;
  beforeAll(async () => {
    database = await createTestDatabase();
    bed = await FaultBed.on(database.url);
  });
  afterAll(async () => {
    await bed.close();
    await database.drop();
  });

  it(
    'killed half-way leaves nothing, is loaded whole by the next start, and only once',
    async () => {
      const accounts = demonstrationAccounts();
      expect(accounts.length).toBeGreaterThan(0);
      expect(await accountsIn(database.url, accounts)).toEqual([]);

      const killed = bed.command('demo', '--if-empty');
      await until(async () => killed.ended || (await bed.number(LOADING)) > 0);
      await killed.kill();
      expect(await bed.number(`(${PEOPLE}) + (${ORGANIZATIONS})`)).toBe(0);
      expect(await accountsIn(database.url, accounts)).toEqual([]);

      expect(await bed.command('demo', '--if-empty').success()).toMatch(/Demonstration data loaded in /);
      const organizations = await bed.number(ORGANIZATIONS);
      expect(organizations).toBeGreaterThan(10);
      expect(await accountsIn(database.url, accounts)).toEqual(accounts);

      expect(await bed.command('demo', '--if-empty').success()).toMatch(/no demonstration data was loaded/);
      expect(await bed.number(ORGANIZATIONS)).toBe(organizations);
    },
    PATIENCE_MS,
  );

  it('is not announced in a market that is inhabited by others', async () => {
    const other = await createTestDatabase();
    const inhabited = await FaultBed.on(other.url);
    await inhabited.query(`insert into organization (id, credit_code, name, normalised_name, claim_state, source)
      values (gen_random_uuid(), '91330100MA27X00000', '甲厂', '甲厂', 'UNCLAIMED', 'IMPORTED')`);
    expect(await accountsIn(other.url, demonstrationAccounts())).toEqual([]);
    await inhabited.close();
    await other.drop();
  });
});
