import { readSettings } from '@app/kernel';
import { hash } from '@node-rs/argon2';
import { Client } from 'pg';
import { createTestDatabase } from '../../../../test/support/test-database.js';
import { demonstrationAccounts, refuseDemonstrationAccounts, wantsDemonstration } from './demonstration.js';
import { quietLog } from './launcher.js';

describe('demonstration data', () => {
  it.each<[Record<string, string>, boolean, boolean]>([
    [{}, true, true],
    [{}, false, false],
    [{ DEMO: '1' }, false, true],
    [{ DEMO: '0' }, true, false],
    [{ DEMO: '' }, true, true],
    [{ NODE_ENV: 'production' }, true, false],
  ])('with %j on an embedded database or not (%p): %p', (environment, embedded, wanted) => {
    expect(wantsDemonstration(readSettings(environment), embedded, environment['DEMO'])).toBe(wanted);
  });

  it('is refused in production', () => {
    const settings = readSettings({ NODE_ENV: 'production', DEMO: '1' });
    expect(() => wantsDemonstration(settings, true, '1')).toThrow(
      'Demonstration data is refused when NODE_ENV=production: leave DEMO out.',
    );
  });
});

describe('demonstration accounts in a database that production starts on', () => {
  const accounts = demonstrationAccounts();
  const [account] = accounts as [(typeof accounts)[number]];

  /** What a start says on a database in which somebody holds the number of the first account, with a password. */
  async function startWith(password: string, production: boolean): Promise<unknown> {
    const database = await createTestDatabase();
    const client = new Client({ connectionString: database.url });
    await client.connect();
    await client.query(
      `with person as (insert into app_user (id, name, locale, password_hash, created_at)
         values (gen_random_uuid(), '甲', 'zh', $1, now()) returning id)
       insert into user_identifier (id, user_id, kind, value, verified_at)
         select gen_random_uuid(), id, 'PHONE', $2, now() from person`,
      [await hash(password), `+86${account.login}`],
    );
    await client.end();
    const refused = await refuseDemonstrationAccounts({ production }, database.url, accounts).catch(
      (error: Error) => error.message,
    );
    await database.drop();
    return refused;
  }

  it('stop the start, by name', async () => {
    expect(await startWith(account.password, true)).toContain(
      `demonstration accounts, such as ${account.login}, whose passwords everybody can read`,
    );
  });

  it('are what development is for', async () => {
    expect(await startWith(account.password, false)).toBeUndefined();
  });

  it('do not stop it where a real person has the number', async () => {
    expect(await startWith('k7#mQ2vx-own', true)).toBeUndefined();
  });
});

it.each([
  [{}, false, { LOG_LEVEL: 'warn' }],
  [{ LOG_LEVEL: 'info' }, false, {}],
  [{}, true, {}],
])(
  'the log with %j, in production %p, is set to %j',
  (environment: Record<string, string>, production, set) => {
    expect(quietLog({ production }, environment)).toEqual(set);
  },
);
