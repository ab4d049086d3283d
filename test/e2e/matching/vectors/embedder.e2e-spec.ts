import { Transactions } from '@app/database';
import { NeedVisibility } from '@app/procurement';
import { CurrentModel, DocumentSources, EmbedderAwayError, ListingTexts, TextEmbedding } from '@app/search';
import { aCapability } from '../../../support/builders/capabilities.js';
import { indexed } from '../../../support/builders/discovery.js';
import { aStaffMember } from '../../../support/builders/identity.js';
import { anOrganization, type TestOrganization } from '../../../support/builders/organizations.js';
import { aNeed } from '../../../support/builders/procurement.js';
import { EmbedderStandIn, type EmbedderTrouble } from '../../../support/embedder/embedder-stand-in.js';
import type { GraphqlClient } from '../../../support/graphql-client.js';
import { createTestApp, type TestApp } from '../../../support/test-app.js';

const CARD = `capability { id } card { score criteria { key score weight reason } }`;
const WORDS = `query ($text: String!) { matchesForWords(text: $text, first: 20) { matches { ${CARD} } } }`;
const PAIR = `query ($needId: ID!, $capabilityId: ID!) { match(needId: $needId, capabilityId: $capabilityId) { ${CARD} } }`;

const HEALTH = `{ searchHealth { embedder { name version state waiting trouble dead { id text reason } } } }`;
const RETRY = `mutation ($input: RetryEmbedderTextsInput!) { retryEmbedderTexts(input: $input) { revived } }`;

interface Health {
  readonly searchHealth: {
    readonly embedder: { readonly dead: readonly { id: string; text: string; reason: string }[] };
  };
}
interface Card {
  readonly capability: { readonly id: string };
  readonly card: {
    readonly score: number;
    readonly criteria: readonly { key: string; score: number; weight: number; reason: string }[];
  };
}

/** How long a busy machine may take. */
const PATIENCE_MS = 80_000;

const VARIABLES = {
  EMBEDDER_MODEL: 'trade-texts',
  EMBEDDER_DIMENSIONS: '64',
  EMBEDDER_KEY: 'a-key',
};

let standIn: EmbedderStandIn;
let app: TestApp;
let supplier: TestOrganization;
let buyer: TestOrganization;

beforeAll(async () => {
  standIn = await EmbedderStandIn.start();
  Object.assign(process.env, VARIABLES, { EMBEDDER_URL: standIn.url });
  app = await createTestApp();
  [supplier, buyer] = [await anOrganization(app, { name: '宁波某压铸有限公司' }), await anOrganization(app)];
});
afterAll(async () => {
  for (const name of [...Object.keys(VARIABLES), 'EMBEDDER_URL']) delete process.env[name];
  await app.close();
  await standIn.stop();
});

const query = <Row>(sql: string, values: readonly unknown[] = []) =>
  app.get(Transactions).query<Row>(sql, values);
const embedding = () => app.get(TextEmbedding, { strict: false });

/** Does what the worker's loop does until nothing is left to do. */
async function computeAll(): Promise<void> {
  while (await embedding().runStep());
  await app.get(CurrentModel, { strict: false }).refreshModel();
}

/** A published listing as the worker takes it in. */
async function aListing(title: string, description: string | null = null, row = {}) {
  const capability = await aCapability(app, supplier.key, { title, description }, row);
  await noted(capability.key);
  return capability;
}

async function noted(key: string): Promise<void> {
  await indexed(app, 'capabilities', key);
  const present = await app.get(DocumentSources).getSource('capabilities').load([key]);
  await app.get(ListingTexts).noteListings('capabilities', present, present.length > 0 ? [] : [key]);
}

const modelMeaning = ({ card }: Card) => card.criteria.find(({ key }) => key === 'MODEL_MEANING');
const forWords = async (text: string) =>
  (await app.asGuest().ok<{ matchesForWords: { matches: Card[] } }>(WORDS, { text })).matchesForWords.matches;
const pair = async (client: GraphqlClient, needId: string, capabilityId: string) =>
  (await client.ok<{ match: Card }>(PAIR, { needId, capabilityId })).match;
const scoreOf = ({ card }: Card) => {
  const total = card.criteria.reduce((sum, { weight }) => sum + weight, 0);
  return (100 * card.criteria.reduce((sum, { weight, score }) => sum + weight * score, 0)) / total;
};

describe('texts for the outside model', () => {
  it('are those of published listings that were there before it, each sent once', async () => {
    await aListing('铝合金压铸', '电话 0574-88123456，可做电机壳体');
    await aListing('铝合金压铸', '电话 0574-88123456，可做电机壳体');
    await aListing('精密注塑');
    await aListing('未发布的冲压', null, { state: 'DRAFT' });
    await embedding().beginModel();
    await computeAll();
    expect([...standIn.sent].sort()).toEqual(['精密注塑', '铝合金压铸 电话 ,可做电机壳体'].sort());
    expect(new Set(standIn.seen.map(({ authorization }) => authorization))).toEqual(
      new Set(['Bearer a-key']),
    );
    expect(JSON.stringify(standIn.seen)).not.toContain('宁波');
    expect(app.get(CurrentModel, { strict: false }).getModel()).toMatchObject({
      name: 'trade-texts',
      dimensions: 64,
    });
  });

  it('are sent again when they changed, and not when something else did', async () => {
    const listing = await aListing('数控车削');
    await computeAll();
    const before = standIn.sent.length;
    await query(`update capability set lead_time_days = 9, version = version + 1 where id = $1`, [
      listing.key,
    ]);
    await noted(listing.key);
    await computeAll();
    expect(standIn.sent).toHaveLength(before);
    await query(`update capability set title = '数控铣削', version = version + 1 where id = $1`, [
      listing.key,
    ]);
    await noted(listing.key);
    await computeAll();
    expect(standIn.sent.slice(before)).toEqual(['数控铣削']);
  });

  it.each<EmbedderTrouble>(['UNAVAILABLE', 'BUSY', 'TRUNCATED', 'WRONG_DIMENSIONS'])(
    'wait while the embedder is away (%s), and nothing is lost',
    async (trouble) => {
      const listing = await aListing(`线切割 ${trouble}`);
      standIn.fail(trouble);
      for (let time = 0; time < 10; time++)
        await expect(embedding().runStep()).rejects.toThrow(EmbedderAwayError);
      const [told] = await query<{ trouble: string }>(`select trouble from embedding_model`);
      expect(told).toEqual({ trouble: expect.stringMatching(/./) });
      standIn.mend();
      await computeAll();
      const rows = await query(
        `select 1 from text_vector v join listing_text l on l.hash = v.hash where l.listing_id = $1`,
        [listing.key],
      );
      expect(rows).toHaveLength(1);
      expect(await query(`select 1 from embedding_model where trouble is not null`)).toEqual([]);
    },
  );

  it('are put aside one by one when the embedder refuses them, the others come through', async () => {
    standIn.refuses = (text) => text.startsWith('被拒');
    for (const title of ['电火花一', '被拒的文字', '电火花二', '电火花三']) await aListing(title);
    await computeAll();
    for (let attempt = 2; attempt <= 8; attempt++) {
      await query(`update embedding_task set due_at = now()`);
      await computeAll();
    }
    expect(
      await query(`select text, last_error, attempts from embedding_task where dead_at is not null`),
    ).toEqual([{ text: '被拒的文字', last_error: 'answers 400', attempts: 8 }]);
    expect(await query(`select 1 from embedding_task where dead_at is null`)).toEqual([]);
  });

  it('that were put aside are shown to staff, who send them once more', async () => {
    const { client } = await aStaffMember(app);
    const embedder = async () => (await client.ok<Health>(HEALTH)).searchHealth.embedder;
    const before = await embedder();
    expect(before).toMatchObject({
      name: 'trade-texts',
      version: '1',
      state: 'CURRENT',
      waiting: 0,
      trouble: null,
    });
    expect(before.dead).toMatchObject([{ text: '被拒的文字', reason: 'answers 400' }]);
    const input = { ids: before.dead.map(({ id }) => id) };
    expect(await client.ok(RETRY, { input })).toEqual({ retryEmbedderTexts: { revived: 1 } });
    expect(await client.ok(RETRY, { input })).toEqual({ retryEmbedderTexts: { revived: 0 } });
    standIn.refuses = () => false;
    await computeAll();
    expect(await embedder()).toMatchObject({ waiting: 0, dead: [] });
  });
});

describe('the card', () => {
  it('says how near the outside model finds a listing, where it has computed both texts', async () => {
    const known = await aListing('铝合金压铸件');
    await computeAll();
    const asked = () => forWords('铝合金压铸件');
    // One supplier shows its best capability; the pair view shows any.
    const bestOf = (matches: readonly Card[]) =>
      matches.find(({ capability }) => capability.id === known.id)!;
    let best = bestOf(await asked());
    // On a busy machine the embedder may come too late, and the answer without it.
    for (const until = Date.now() + PATIENCE_MS; !modelMeaning(best) && Date.now() < until;)
      best = bestOf(await asked());
    expect(modelMeaning(best)).toMatchObject({ weight: 20, score: expect.closeTo(1, 1) as number });
    expect(modelMeaning(best)?.reason).toMatch(/%/);
    expect(best.card.score).toBeCloseTo(scoreOf(best), 1);
  });

  it('neither gains nor loses by a text that waits', async () => {
    const need = await aNeed(app, buyer.key, { title: '铝合金压铸阀体' });
    const listing = await aListing('铝合金压铸阀体');
    await pair(buyer.viewer.client, need.id, listing.id);
    await computeAll();
    const waiting = await aListing('铝合金压铸阀体毛坯');
    expect(modelMeaning(await pair(buyer.viewer.client, need.id, listing.id))).toBeDefined();
    const without = await pair(buyer.viewer.client, need.id, waiting.id);
    expect(modelMeaning(without)).toBeUndefined();
    expect(without.card.score).toBeCloseTo(scoreOf(without), 1);
  });

  it('is the same for both sides, of a public need', async () => {
    const listing = await aListing('锌合金压铸锁体');
    const need = await aNeed(app, buyer.key, { title: '锌合金压铸锁体' });
    const before = await pair(supplier.viewer.client, need.id, listing.id);
    expect(modelMeaning(before)).toBeUndefined();
    await computeAll();
    const [own, theirs] = [
      await pair(buyer.viewer.client, need.id, listing.id),
      await pair(supplier.viewer.client, need.id, listing.id),
    ];
    expect(modelMeaning(own)).toBeDefined();
    expect(theirs).toEqual(own);
  });

  it('does without where a need is not public: its words are never sent', async () => {
    const listing = await aListing('钛合金锻件');
    const need = await aNeed(app, buyer.key, {
      title: '钛合金秘密锻件',
      visibility: NeedVisibility.INVITED_ONLY,
    });
    await pair(buyer.viewer.client, need.id, listing.id);
    await computeAll();
    expect(modelMeaning(await pair(buyer.viewer.client, need.id, listing.id))).toBeUndefined();
    expect(standIn.sent.join()).not.toContain('秘密');
  });

  it.each<EmbedderTrouble>(['HANGS', 'UNAVAILABLE', 'TRUNCATED'])(
    'comes without while the embedder is away (%s), and after some failures at once',
    async (trouble) => {
      standIn.fail(trouble);
      for (let time = 0; time < 5; time++) {
        const matches = await forWords(`铝合金压铸 ${trouble} ${time}`);
        expect(matches.length).toBeGreaterThan(0);
        expect(matches.flatMap((match) => modelMeaning(match) ?? [])).toEqual([]);
      }
      standIn.mend();
    },
  );
});

describe('another model', () => {
  it('is computed beside the one that is compared with, and takes its place when it is complete', async () => {
    await query(`delete from embedding_task`);
    const states = async () =>
      (
        await query<{ at: string }>(`select version || ' ' || state as at from embedding_model order by id`)
      ).map(({ at }) => at);
    const sent = standIn.sent.length;
    const [{ texts } = { texts: 0 }] = await query<{ texts: number }>(
      `select count(distinct hash)::int as texts from listing_text`,
    );
    const settings = embedding().settings as { model: { version: string } };
    settings.model.version = '2';
    try {
      await embedding().beginModel();
      expect(await states()).toEqual(['1 CURRENT', '2 COMPUTING']);
      standIn.fail('UNAVAILABLE');
      expect(await embedding().runStep()).toBe(true);
      await embedding().runStep();
      await expect(embedding().runStep()).rejects.toThrow(EmbedderAwayError);
      expect(await states()).toEqual(['1 CURRENT', '2 COMPUTING']);
      standIn.mend();
      standIn.refuses = () => false;
      await computeAll();
      expect(await states()).toEqual(['1 RETIRED', '2 CURRENT']);
      expect(new Set(standIn.sent.slice(sent)).size).toBe(texts);
    } finally {
      settings.model.version = '1';
    }
  });
});
