import { RebuildRunningError, SearchUnavailableError } from '@app/search';
import { REBUILD_LOCK } from '../../../libs/search/src/embedded/storage/generations.js';
import { ask, documentAt, fill, found } from './contract/contract-documents.js';
import { type EmbeddedFixture, openEmbedded, put } from './embedded-fixture.js';

describe('rebuilds and crashes', () => {
  let fixture: EmbeddedFixture;
  beforeAll(async () => {
    fixture = await openEmbedded();
  });
  afterAll(() => fixture.stop());

  const tables = async () => {
    const rows = await fixture.database.query<{ name: string }>(
      `select tablename as name from pg_tables where schemaname = 'search' and tablename like 'document\\_%'`,
    );
    return rows.length;
  };
  const endConnectionsOf = (application: string) =>
    fixture.database.query(
      `select pg_terminate_backend(pid, 30000) from pg_stat_activity
        where datname = current_database() and application_name = $1 and pid <> pg_backend_pid()`,
      [application],
    );

  const endConnectionOfRebuild = () =>
    fixture.database.query(
      `select pg_terminate_backend(pid, 30000) from pg_locks l join pg_database d on d.oid = l.database
        where d.datname = current_database() and locktype = 'advisory' and classid = $1`,
      [REBUILD_LOCK],
    );

  it('refuses a second rebuild of the same index while one runs', async () => {
    const engine = fixture.engine();
    const rebuild = await engine.beginRebuild('events');
    await expect(fixture.engine().beginRebuild('events')).rejects.toThrow(RebuildRunningError);
    await rebuild.abort();
    await (await engine.beginRebuild('events')).abort();
  });

  it('drops what a dead rebuild left, and goes on from the live index', async () => {
    const [dying, other] = [fixture.engine(), fixture.engine()];
    await fill(other, 'capabilities', [{ title: '齿轮' }]);
    const before = await tables();
    const rebuild = await dying.beginRebuild('capabilities');
    await rebuild.add([documentAt(1, { title: '轴承' })]);
    await put(other, [documentAt(2, { title: '链条' })]);
    await endConnectionOfRebuild();
    await other.maintain();
    expect(await tables()).toBe(before);
    expect(found(await ask(other, { text: '链条' }))).toEqual([2]);
    expect((await ask(other, {})).total).toBe(2);
    expect(await fixture.database.query(`select from search.pending_change`)).toEqual([]);
    await expect(rebuild.finish()).rejects.toThrow();
    await rebuild.abort();
    await fill(other, 'capabilities', [{ title: '轴承' }]);
    expect((await ask(other, {})).total).toBe(1);
  });

  it('fails as a whole when a document comes twice', async () => {
    const engine = fixture.engine();
    await fill(engine, 'needs', [{ title: '求购齿轮' }]);
    const rebuild = await engine.beginRebuild('needs');
    await rebuild.add([documentAt(1, { title: '求购轴承' }), documentAt(1, { title: '求购轴承' })]);
    await expect(rebuild.finish()).rejects.toThrow();
    await rebuild.abort();
    expect((await engine.search({ index: 'needs', text: '求购', page: 1, hitsPerPage: 5 })).total).toBe(1);
  });

  it('moves readers over before it drops the generation that they read', async () => {
    const [writing, reading] = [fixture.engine(), fixture.engine()];
    await fill(writing, 'capabilities', [{ title: '齿轮' }]);
    expect((await ask(reading, {})).total).toBe(1);
    await fill(writing, 'capabilities', [{ title: '轴承' }, { title: '轴套' }]);
    await fixture.database.query(
      `update search.generation set retired_at = now() - interval '1 hour' where retired_at is not null`,
    );
    await writing.maintain();
    expect(found(await ask(reading, { text: '轴承' }))).toEqual([0]);
    expect((await ask(reading, {})).total).toBe(2);
  });

  it('answers again after its connections were cut', async () => {
    const engine = fixture.engine();
    await fill(engine, 'capabilities', [{ title: '齿轮' }]);
    expect((await ask(engine, {})).total).toBe(1);
    await endConnectionsOf('lianqiao-scorer');
    const outcomes = [];
    for (let attempt = 0; attempt < 5; attempt++)
      outcomes.push(
        await ask(engine, { text: '齿轮' })
          .then((answer) => answer.total)
          .catch(() => 'down'),
      );
    expect(outcomes.at(-1)).toBe(1);
  });

  it('says that an index was written by another version, and answers from it all the same', async () => {
    const engine = fixture.engine();
    await fill(engine, 'capabilities', [{ title: '齿轮', facets: { tier: ['LITTLE_GIANT'] } }]);
    const outdated = async () =>
      (await engine.health()).indexes.filter((each) => each.outdated).map(({ index }) => index);
    expect(await outdated()).toEqual([]);
    const [{ live } = { live: 0 }] = await fixture.database.query<{ live: number }>(
      `select live from search.index_state where name = 'capabilities'`,
    );
    await fixture.database.query(`update search.generation set format = 'older' where id = $1`, [live]);
    await fixture.database.query(`delete from search.column_${live} where field = 'tier'`);
    expect(await outdated()).toEqual(['capabilities']);
    const answer = await ask(fixture.engine(), { text: '齿轮', facets: ['tier'] });
    expect(answer).toMatchObject({ total: 1, facets: { tier: [] } });
  });

  it('refuses searches once it is closed', async () => {
    const engine = fixture.engine();
    await ask(engine, {});
    await engine.close();
    await expect(ask(engine, {})).rejects.toThrow(SearchUnavailableError);
  });
});
