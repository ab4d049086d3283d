import { Transactions } from '@app/database';
import { AskedQueriesService } from '@app/discovery';
import { ReconcileIndexesJob } from '@app/search';
import { ConceptExtractor } from '@app/taxonomy';
import { aCapability } from '../../support/builders/capabilities.js';
import { indexed } from '../../support/builders/discovery.js';
import { aPerson, aStaffMember, type TestPerson } from '../../support/builders/identity.js';
import { anOrganization } from '../../support/builders/organizations.js';
import { anIndexDeadLetter } from '../../support/builders/search-health.js';
import { createTestApp, type TestApp } from '../../support/test-app.js';
import { ids, search } from './search.spec-support.js';

const HEALTH = `{ searchHealth {
  engine ready indexes { index documents } waiting oldestSeconds asked withoutHits
  askedByDay { day asked withoutHits }
  deadLetters { id type reason }
  weakQueries { words times hits suggestion { id } }
  synonyms { id words concept { id } undoneAt }
  reconciliations { index beganAt endedAt missing outdated surplus }
  derivation { vocabulary derived outdated }
} }`;
const ADD = `mutation ($input: AddSearchSynonymInput!) { addSearchSynonym(input: $input) { synonym { id words concept { id } } } }`;
const UNDO = `mutation ($input: UndoSearchSynonymInput!) { undoSearchSynonym(input: $input) { synonym { id undoneAt } } }`;
const RETRY = `mutation ($input: RetryDeadLettersInput!) { retryIndexDeadLetters(input: $input) { revived } }`;

interface Health {
  readonly searchHealth: {
    readonly engine: string;
    readonly ready: boolean;
    readonly asked: number;
    readonly withoutHits: number;
    readonly askedByDay: readonly { day: string; asked: number; withoutHits: number }[];
    readonly deadLetters: readonly { id: string; reason: string }[];
    readonly weakQueries: readonly { words: string; times: number; suggestion: { id: string } | null }[];
    readonly derivation: { readonly vocabulary: string; readonly derived: number; readonly outdated: number };
    readonly reconciliations: readonly {
      index: string;
      beganAt: string;
      endedAt: string;
      missing: number;
      surplus: number;
    }[];
    readonly synonyms: readonly { id: string; words: string; undoneAt: string | null }[];
  };
}
interface Added {
  readonly addSearchSynonym: { synonym: { id: string; words: string; concept: { id: string } } };
}

let app: TestApp;
let staff: TestPerson;
beforeAll(async () => {
  app = await createTestApp();
  staff = await aStaffMember(app);
});
afterAll(() => app.close());

/** The search indexes as a subject of the audit log: they have no key of their own. */
const NO_KEY = '00000000-0000-0000-0000-000000000000';
const health = async () => (await staff.client.ok<Health>(HEALTH)).searchHealth;
const add = async (words: string, conceptId: string) =>
  (await staff.client.ok<Added>(ADD, { input: { words, conceptId } })).addSearchSynonym.synonym;
const audited = async (subjectId: string) =>
  (
    await app
      .get(Transactions)
      .query<{ action: string }>(`select action from audit_entry where subject_id = $1 order by position`, [
        subjectId,
      ])
  ).map(({ action }) => action);
const keyIn = async (words: string) =>
  (
    await app
      .get(Transactions)
      .query<{ id: string }>(`select id from search_synonym where words = $1`, [words])
  )[0]!.id;

describe('search health', () => {
  it('shows what readers did not find, with the concept that they may have meant', async () => {
    for (let time = 0; time < 2; time++)
      await search(app.asGuest(), { index: 'CAPABILITIES', text: '压铸作业件' });
    await app.get(AskedQueriesService, { strict: false }).writeQueries();
    const { weakQueries, asked, withoutHits, askedByDay, engine, ready } = await health();
    expect({ engine, ready }).toEqual({ engine: 'embedded', ready: true });
    expect(asked).toBeGreaterThanOrEqual(2);
    expect(withoutHits).toBeGreaterThanOrEqual(2);
    const sum = (of: 'asked' | 'withoutHits') => askedByDay.reduce((total, day) => total + day[of], 0);
    expect([sum('asked'), sum('withoutHits')]).toEqual([asked, withoutHits]);
    // Every day of the thirty is there once, in order, also those without a question.
    expect(askedByDay).toHaveLength(31);
    expect(askedByDay.map(({ day }) => day)).toEqual([...new Set(askedByDay.map(({ day }) => day))].sort());
    const [weak] = weakQueries.filter(({ words }) => words === '压铸作业件');
    expect(weak).toMatchObject({ times: 2, hits: 0 });
    expect(weak?.suggestion?.id).toMatch(/cast/);
  });

  it('adds a name to a concept with one action: the box finds by it at once, and no more when it is undone', async () => {
    const supplier = await anOrganization(app);
    const capability = await aCapability(app, supplier.key, {
      title: '压铸件生产',
    });
    const concepts = JSON.stringify([{ conceptId: 'die-casting', kind: 'PROCESS', text: '压铸', weight: 1 }]);
    await app
      .get(Transactions)
      .query('update capability set concepts = $2 where id = $1', [capability.key, concepts]);
    await indexed(app, 'capabilities', capability.key);
    const box = () => search(app.asGuest(), { index: 'CAPABILITIES', text: '琅琊工法' });
    expect(ids(await box())).toEqual([]);
    const synonym = await add('琅琊工法', 'die-casting');
    expect(synonym).toMatchObject({ words: '琅琊工法', concept: { id: 'die-casting' } });
    expect(ids(await box())).toEqual([capability.id]);
    const extractor = app.get(ConceptExtractor, { strict: false });
    expect(extractor.hits('求琅琊工法').map(({ conceptId }) => conceptId)).toEqual(['die-casting']);
    expect((await add('琅琊工法', 'die-casting')).id).toBe(synonym.id);
    const undone = await Promise.all([
      staff.client.ok(UNDO, { input: { id: synonym.id } }),
      staff.client.ok(UNDO, { input: { id: synonym.id } }),
    ]);
    expect(undone).toHaveLength(2);
    expect(ids(await box())).toEqual([]);
    expect(extractor.hits('求琅琊工法')).toEqual([]);
    expect(await audited(await keyIn('琅琊工法'))).toEqual(['ADD_SEARCH_SYNONYM', 'UNDO_SEARCH_SYNONYM']);
    const [listed] = (await health()).synonyms.filter(({ id }) => id === synonym.id);
    expect(listed?.undoneAt).toEqual(expect.any(String));
  });

  it('keeps a curated name when the same words are added and taken back', async () => {
    const extractor = app.get(ConceptExtractor, { strict: false });
    const before = extractor.hits('压铸');
    const { id } = await add('压铸', 'die-casting');
    await staff.client.ok(UNDO, { input: { id } });
    expect(extractor.hits('压铸')).toEqual(before);
  });

  it('refuses unknown concepts and single characters', async () => {
    const unknown = await staff.client.refused(ADD, { input: { words: '怪名字', conceptId: 'no-such' } });
    expect(unknown.extensions).toMatchObject({ code: 'BAD_INPUT' });
    expect(
      (await staff.client.send(ADD, { input: { words: ' 怪', conceptId: 'die-casting' } })).errors,
    ).toHaveLength(1);
    const rows = await app.get(Transactions).query(`select 1 from search_synonym where words like '怪%'`);
    expect(rows).toEqual([]);
  });

  it('lists changes that could not be indexed, and tries them once more', async () => {
    const letter = await anIndexDeadLetter(app, 'a field cannot hold this');
    const before = (await health()).deadLetters.find(({ id }) => id === letter);
    expect(before?.reason).toBe('a field cannot hold this');
    expect(await staff.client.ok(RETRY, { input: { ids: [letter] } })).toEqual({
      retryIndexDeadLetters: { revived: 1 },
    });
    expect((await health()).deadLetters.map(({ id }) => id)).not.toContain(letter);
    expect(await staff.client.ok(RETRY, { input: { ids: [letter] } })).toEqual({
      retryIndexDeadLetters: { revived: 0 },
    });
    expect(await audited(NO_KEY)).toEqual(['RETRY_INDEX_DEAD_LETTERS']);
  });

  it('says what the last comparison with the database found: a lost document once, then nothing', async () => {
    const job = app.get(ReconcileIndexesJob, { strict: false });
    await job.handle();
    const supplier = await anOrganization(app);
    await aCapability(app, supplier.key);
    await job.handle();
    const found = (await health()).reconciliations;
    expect(found.map(({ index }) => index)).toEqual(['capabilities', 'events', 'needs', 'organizations']);
    expect(found[0]).toMatchObject({ missing: 1, surplus: 0 });
    expect(found.every(({ beganAt, endedAt }) => beganAt <= endedAt)).toBe(true);
    await job.handle();
    expect((await health()).reconciliations[0]).toMatchObject({ index: 'capabilities', missing: 0 });
  });

  it('is for staff: others are refused, and nothing changes', async () => {
    const letter = await anIndexDeadLetter(app);
    for (const client of [app.asGuest(), (await aPerson(app)).client]) {
      await client.refused(HEALTH);
      await client.refused(ADD, { input: { words: '偷加的名字', conceptId: 'die-casting' } });
      await client.refused(RETRY, { input: { ids: [letter] } });
    }
    expect(
      await app.get(Transactions).query(`select 1 from search_synonym where words = '偷加的名字'`),
    ).toEqual([]);
    expect((await health()).deadLetters.map(({ id }) => id)).toContain(letter);
  });
});
