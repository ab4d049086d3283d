import { Transactions } from '@app/database';
import { CurrentVectors, LearnVectorsJob } from '@app/matching';
import { createTestApp, type TestApp } from '../../../support/test-app.js';

/** Scopes of 2,100 enterprises over 1,200 two-character words; each names ten neighbours of the same trade. */
const SCOPES = `
  insert into organization (id, credit_code, name, normalised_name, claim_state, source, source_name, business_scope)
  select gen_random_uuid(), 'VECTOR' || lpad(n::text, 9, '0'), '企业' || n, '企业' || n, 'UNCLAIMED', 'IMPORTED', 'test',
         (select string_agg(chr(19968 + (n * 7 + k * k) % 1200) || chr(24000 + (n * 7 + k * k) % 1200), '、')
            from generate_series(1, 10) k)
    from generate_series(1, 2100) n`;

describe('word vectors', () => {
  let app: TestApp;
  let transactions: Transactions;

  const versions = () =>
    transactions.query<{ version: string; texts: number }>(
      `select version::text, texts from word_vectors order by version`,
    );
  const learn = () => app.get(LearnVectorsJob, { strict: false }).handle();

  beforeAll(async () => {
    app = await createTestApp();
    transactions = app.get(Transactions);
  });

  afterAll(() => app.close());

  it('are not learnt from a handful of texts', async () => {
    await learn();
    expect(await versions()).toEqual([]);
    await app.get(CurrentVectors, { strict: false }).refresh();
    expect(app.get(CurrentVectors, { strict: false }).getVectors()).toBeNull();
  });

  it('are learnt from what suppliers say, stored as a version, and read by whoever compares', async () => {
    await transactions.query(SCOPES);
    await learn();
    const [first] = await versions();
    expect(first?.texts).toBeGreaterThanOrEqual(2100);
    const current = app.get(CurrentVectors, { strict: false });
    await current.refresh();
    expect(current.getVectors()?.version).toBe(first?.version);
    const [word] = await transactions.query<{ name: string }>(
      `select split_part(names, E'\\n', 1) as name from word_vectors`,
    );
    expect(current.getVectors()?.of(word!.name)?.direction).toHaveLength(64);
  });

  it('are not learnt anew while little changed, and anew after the texts grew by a tenth', async () => {
    await learn();
    expect(await versions()).toHaveLength(1);
    await transactions.query(`update word_vectors set texts = texts * 0.9`);
    await learn();
    await transactions.query(`update word_vectors set texts = texts * 0.9`);
    await learn();
    const kept = await versions();
    expect(kept).toHaveLength(2);
    const current = app.get(CurrentVectors, { strict: false });
    await current.refresh();
    expect(current.getVectors()?.version).toBe(kept.at(-1)?.version);
  });
});
