import { mergeChanges } from '../../../libs/search/src/embedded/storage/change-merger.js';
import type { Connection } from '../../../libs/search/src/embedded/storage/search-database.js';
import { idAt } from './contract/contract-documents.js';
import { answers, type EmbeddedFixture, openEmbedded, put } from './embedded-fixture.js';
import { RandomDocuments } from './random-documents.js';

/** A connection that dies at its n-th statement. */
function dyingAt(connection: Connection, statement: number): Connection {
  let statements = 0;
  const query = (...args: Parameters<Connection['query']>) => {
    if (++statements === statement) throw new Error('the connection died');
    return connection.query(...args);
  };
  return { query: query as Connection['query'] };
}

describe('merging and crashes', () => {
  let fixture: EmbeddedFixture;
  beforeAll(async () => {
    fixture = await openEmbedded();
  });
  afterAll(() => fixture.stop());

  const liveGeneration = async () => {
    const [state] = await fixture.database.query<{ live: number }>(
      `select live from search.index_state where name = 'capabilities'`,
    );
    return state!.live;
  };
  const unmerged = async () => {
    const [row] = await fixture.database.query<{ waiting: number }>(
      `select (sequence - merged)::int as waiting from search.generation where id = $1`,
      [await liveGeneration()],
    );
    return row!.waiting;
  };

  it('loses and doubles nothing when a merge dies at any of its statements', async () => {
    const random = new RandomDocuments(11);
    const engine = fixture.engine();
    await put(
      engine,
      Array.from({ length: 80 }, (_, place) => random.next(place, 1)),
    );
    await fixture.writer.merge('capabilities', 1);
    await put(
      engine,
      Array.from({ length: 40 }, (_, i) => random.next(60 + i, 2)),
      [idAt(3), idAt(4)],
    );
    const before = await answers(engine);
    const generation = await liveGeneration();

    let statement = 1;
    for (; statement < 50; statement++) {
      const merged = await fixture.database
        .transaction((connection) =>
          mergeChanges(dyingAt(connection, statement), 'capabilities', generation, 1),
        )
        .catch(() => 'died');
      if (merged !== 'died') break;
      expect(await answers(fixture.engine())).toEqual(before);
    }
    expect(statement).toBeGreaterThan(8);
    expect(await unmerged()).toBe(0);
    expect(await answers(engine)).toEqual(before);
    expect(await answers(fixture.engine())).toEqual(before);
  });

  it('lets one merge at a time, while others go on applying', async () => {
    const random = new RandomDocuments(12);
    const engines = [fixture.engine(), fixture.engine()];
    const work = engines.map(async (engine, who) => {
      for (let round = 0; round < 10; round++) {
        await put(
          engine,
          Array.from({ length: 7 }, (_, i) => random.next(1000 + who * 500 + round * 7 + i, 1)),
        );
        await fixture.writer.merge('capabilities', 1);
      }
    });
    await Promise.all(work);
    const versions = await engines[0]!.versions('capabilities', idAt(999), 1000);
    expect(versions).toHaveLength(140);
    const live = await answers(engines[0]!);
    expect(await answers(engines[1]!)).toEqual(live);
    expect(await answers(fixture.engine())).toEqual(live);
  });

  it('keeps the newest of two appliers of the same documents', async () => {
    const random = new RandomDocuments(13);
    const engines = [fixture.engine(), fixture.engine(), fixture.engine()];
    const documents = Array.from({ length: 30 }, (_, i) => random.next(3000 + (i % 3), 1 + i));
    await Promise.all(documents.map((document, i) => put(engines[i % 3]!, [document])));
    const held = await engines[0]!.versions('capabilities', idAt(2999), 10);
    expect(held).toEqual(
      [3000, 3001, 3002].map((place) => ({ id: idAt(place), version: 28 + (place - 3000) })),
    );
  });

  it('serves a reader that slept through merges and the end of their history', async () => {
    const random = new RandomDocuments(14);
    const [writing, sleeping] = [fixture.engine(), fixture.engine()];
    await answers(sleeping);
    for (let round = 0; round < 3; round++) {
      await put(
        writing,
        Array.from({ length: 9 }, (_, i) => random.next(4000 + i, round + 1)),
        [idAt(10 + round)],
      );
      await fixture.writer.merge('capabilities', 1);
      await fixture.database.query(
        `update search.change_${await liveGeneration()} set at = now() - interval '1 hour'`,
      );
    }
    const live = await answers(writing);
    expect(await answers(sleeping)).toEqual(live);
  });
});
