import { Transactions } from '@app/database';
import { AskedQueriesService, ForgetAskedQueriesJob, NameKeysJob } from '@app/discovery';
import { Viewer } from '@app/identity';
import { newId } from '@app/kernel';
import { Organization } from '@app/organizations';
import { anUnclaimedOrganization } from '../../support/builders/organizations.js';
import { createTestApp, type TestApp } from '../../support/test-app.js';

const SUGGESTIONS = `query ($typed: String!, $first: Int! = 10) {
  searchSuggestions(typed: $typed, first: $first) { kind text conceptId organizationId }
}`;

interface Suggestion {
  readonly kind: string;
  readonly text: string;
  readonly conceptId: string | null;
  readonly organizationId: string | null;
}

let app: TestApp;
beforeAll(async () => {
  app = await createTestApp();
});
afterAll(() => app.close());

const suggest = async (typed: string, first = 10): Promise<Suggestion[]> =>
  (await app.asGuest().ok<{ searchSuggestions: Suggestion[] }>(SUGGESTIONS, { typed, first }))
    .searchSuggestions;
const keyNames = () => app.get(NameKeysJob, { strict: false }).handle();
const stored = (query: string) =>
  app.get(Transactions).query<{ words: string; reader: string | null }>(query);

/** Somebody asks the box; what it found is said. */
function asks(words: string, hits: number, reader: string | null = newId()): void {
  app
    .get(AskedQueriesService, { strict: false })
    .noteQuery(
      new Viewer(reader),
      { index: 'capabilities', text: words, page: 1 },
      { hits: [], total: hits, totalIsLowerBound: false, facets: {}, degraded: false },
    );
}
const write = () => app.get(AskedQueriesService, { strict: false }).writeQueries();

describe('suggestions while typing', () => {
  it.each(['压铸', 'yazhu', 'yz', 'die-c'])('%s suggests die casting', async (typed) => {
    const found = await suggest(typed, 20);
    expect(found.map(({ conceptId }) => conceptId)).toContain('die-casting');
  });

  it('suggests a company by its name without the place, in full, by pinyin and by initials', async () => {
    const { id } = await anUnclaimedOrganization(app, {
      name: '宁波砺合压铸有限公司',
      normalisedName: '砺合压铸',
    });
    await keyNames();
    for (const typed of ['砺合', '宁波砺', 'lihe', 'lhyz', 'NBLH']) {
      const found = await suggest(typed, 20);
      expect(found.map(({ organizationId }) => organizationId)).toContain(id);
    }
  });

  it('follows a new name, and forgets a company that has gone out of business', async () => {
    const { id, key } = await anUnclaimedOrganization(app, {
      name: '绍兴鹤望丝绸有限公司',
      normalisedName: '鹤望丝绸',
    });
    await keyNames();
    const { manager } = app.get(Transactions);
    await manager.update(Organization, key, { name: '绍兴鸾凤丝绸有限公司', normalisedName: '鸾凤丝绸' });
    await keyNames();
    expect((await suggest('鹤望')).filter(({ kind }) => kind === 'ORGANIZATION')).toEqual([]);
    expect((await suggest('luanfeng')).map(({ organizationId }) => organizationId)).toEqual([id]);
    await app.get(Transactions).query(`update organization set status = 'DEREGISTERED' where id = $1`, [key]);
    expect(await suggest('luanfeng')).toEqual([]);
  });

  it('suggests what several readers asked and found, and nothing of a single one', async () => {
    for (let reader = 0; reader < 3; reader++) asks('碧玺镜片镀膜', 4);
    const mine = newId();
    for (let time = 0; time < 5; time++) asks('碧玺秘密样机', 4, mine);
    for (let reader = 0; reader < 3; reader++) asks('碧玺无人会做', 0);
    await write();
    expect(await suggest('碧玺')).toEqual([
      { kind: 'QUERY', text: '碧玺镜片镀膜', conceptId: null, organizationId: null },
    ]);
  });

  it('takes two statements, however much it finds', async () => {
    const few = await app.statements.during(() => suggest('zzzz'));
    const many = await app.statements.during(() => suggest('jx', 20));
    expect(many.statements.length).toBe(few.statements.length);
  });
});

describe('what was asked', () => {
  it('is kept without who asked, and not at all where it looks like somebody’s number', async () => {
    const reader = newId();
    asks('玛瑙研钵', 2, reader);
    asks('玛瑙 13800138000', 0, reader);
    asks('玛瑙 zhang@example.com', 0, reader);
    await write();
    const rows = await stored(`select words, reader from search.asked where words like '玛瑙%'`);
    expect(rows.map(({ words }) => words)).toEqual(['玛瑙研钵']);
    expect(rows[0]?.reader).toMatch(/^[0-9a-f]{64}$/);
    expect(JSON.stringify(rows)).not.toContain(reader);
  });

  it('is forgotten after 90 days, with the salt of its month', async () => {
    asks('琥珀滤光片', 1);
    await write();
    await stored(`update search.asked set at = at - interval '100 days' where words = '琥珀滤光片'`);
    await stored(`insert into search.reader_salt values ('2020-01-01', gen_random_uuid())`);
    await app.get(ForgetAskedQueriesJob, { strict: false }).handle();
    expect(await stored(`select words from search.asked where words = '琥珀滤光片'`)).toEqual([]);
    expect(await stored(`select 'old' as words from search.reader_salt where month = '2020-01-01'`)).toEqual(
      [],
    );
  });
});
