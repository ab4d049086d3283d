import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Transactions } from '@app/database';
import { MessageSender, parseIdentifier } from '@app/identity';
import { type RunningWorker, startWorker } from '../../../apps/worker/src/worker.js';
import { aPhone, messagesTo } from '../../support/builders/identity.js';
import { createTestApp, type TestApp } from '../../support/test-app.js';

const REQUEST_CODE = `mutation ($input: RequestCodeInput!) { requestCode(input: $input) { __typename } }`;

/** Looks again until something is there; the test's own time limit ends it. */
async function eventually<T>(look: () => Promise<T | undefined>): Promise<T> {
  for (;;) {
    const found = await look();
    if (found !== undefined) return found;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}

describe('messages', () => {
  let app: TestApp;
  let dataDir: string;
  let worker: RunningWorker | undefined;
  const before = process.env['DATA_DIR'];

  beforeAll(async () => {
    dataDir = await mkdtemp(join(tmpdir(), 'lianqiao-messages-'));
    process.env['DATA_DIR'] = dataDir;
    app = await createTestApp();
  });
  afterAll(async () => {
    await worker?.stop();
    await app?.close();
    if (before === undefined) delete process.env['DATA_DIR'];
    else process.env['DATA_DIR'] = before;
    await rm(dataDir, { recursive: true, force: true });
  });

  const outbox = () => readdir(join(dataDir, 'outbox')).catch((): string[] => []);

  it('of a use case that rolls back were never there', async () => {
    const phone = aPhone();
    const transactions = app.get(Transactions);
    const jobs = async () =>
      (await transactions.query<{ n: number }>('select count(*)::int as n from pgboss.job'))[0]!.n;
    const jobsBefore = await jobs();
    const failing = transactions.run(async () => {
      const uselessAfter = new Date(Date.now() + 60_000);
      const params = { code: '123456', minutes: 10 };
      await app.get(MessageSender).send({
        to: parseIdentifier(phone),
        template: 'MESSAGE_SIGN_IN_CODE',
        params,
        locale: 'zh',
        uselessAfter,
      });
      throw new Error('rolled back');
    });
    await expect(failing).rejects.toThrow('rolled back');
    expect(await messagesTo(app, phone)).toEqual([]);
    expect(await jobs()).toBe(jobsBefore);
  });

  it('wait for a worker that is not there yet, then leave once and are kept nowhere', async () => {
    const phone = aPhone();
    await app
      .asGuest()
      .in('en')
      .ok(REQUEST_CODE, { input: { identifier: phone, purpose: 'REGISTER' } });
    const [waiting] = await messagesTo(app, phone);
    expect(await outbox()).toEqual([]);
    worker = await startWorker({ databaseUrl: app.database.url });
    const file = await eventually(async () => (await outbox()).find((name) => name.endsWith('.txt')));
    expect(file).toMatch(new RegExp(`^\\d{8}T\\d{9}Z_[0-9a-f]{6}-sms-${phone.slice(1)}\\.txt$`));
    expect(await readFile(join(dataDir, 'outbox', file), 'utf8')).toContain(
      `[Lianqiao] ${waiting!.params['code']} is your registration code, valid for 10 minutes.`,
    );
    await eventually(async () => ((await messagesTo(app, phone)).length === 0 ? true : undefined));
    expect(await outbox()).toEqual([file]);
  });
});
