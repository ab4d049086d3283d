import { type Clock, RequestBudget } from '@app/kernel';
import { jest } from '@jest/globals';
import { certificates, extractor, regions, vocabulary } from '../../../../test/support/trade-words.js';
import type { CandidateFacts } from '../candidates/candidate-facts.js';
import { MatchComparer } from './match-comparer.js';
import { MAX_PARTS, NeedReader, ParameterFinder, plainWords } from '@app/need-reading';
import type { CurrentVectors } from '../vectors/current-vectors.js';
import { MatchPool, type ThreadPool } from './match-pool.js';
import { MatchThread, type ThreadAnswer, type ThreadTask } from './match-thread.js';

const clock: Clock = { now: () => new Date('2026-12-02T00:00:00Z') };
const noVectors = { getVectors: () => null } as unknown as CurrentVectors;

function aPool(words = vocabulary.copy()) {
  const parameters = new ParameterFinder(words);
  const reader = new NeedReader(words, extractor, certificates, regions, parameters);
  const comparer = new MatchComparer(words, extractor, certificates, regions, clock, noVectors);
  return new MatchPool(reader, comparer, words, noVectors, clock);
}

const supplier = (i: number, title: string): CandidateFacts => ({
  capabilityId: `c${i}`,
  organizationId: `o${i}`,
  organizationName: `企业${i}`,
  kind: 'PROCESS',
  title,
  description: '压铸、机加工，年产能充足',
  materials: ['ADC12'],
  processes: ['压铸'],
  specification: null,
  conceptIds: [],
  parameters: [],
  capacity: null,
  price: null,
  leadTimeDays: null,
  certificates: [],
  tiers: [],
  regionCode: '320500',
  regionsServed: [],
  factState: 'DECLARED' as CandidateFacts['factState'],
  activity: null,
  confirmedAt: null,
  organizationText: `企业${i}，金属制品制造`,
});
const SUPPLIERS = ['铝合金压铸件', '注塑件', '铝合金压铸电机壳体', '锌合金压铸'].map((title, i) =>
  supplier(i, title),
);

/** What is compared for a need, without an index. */
async function comparedWith(pool: MatchPool, text: string) {
  const { reading } = await pool.run('prepare', plainWords(text));
  const rarity = { byWord: new Map<string, number>(), rarest: 2 };
  return { reading, rarity, direction: null, candidates: SUPPLIERS, first: 3 };
}

/** A pool of one thread that is played in this one; what goes there and back is copied as for a thread. */
function playedThread() {
  const thread = new MatchThread();
  const run = jest.fn((task: ThreadTask): Promise<ThreadAnswer> =>
    Promise.resolve(structuredClone(thread.run(structuredClone(task)))),
  );
  return { pool: (): ThreadPool => ({ run, destroy: () => Promise.resolve() }), run };
}

describe('the computing of matches', () => {
  it('gives in a thread what it gives here', async () => {
    const here = aPool();
    const there = aPool();
    const { pool, run } = playedThread();
    there.startThreads(pool);
    const need = plainWords('苏州找铝合金压铸电机壳体，月需2万件，IATF16949');
    expect(await there.run('prepare', need)).toEqual(await here.run('prepare', need));
    const compared = await comparedWith(here, need.title);
    const ranked = await here.run('best', compared);
    expect(ranked.map(({ index }) => index)).toEqual([2, 0, 3]);
    expect(await there.run('best', compared)).toEqual(ranked);
    expect(run).toHaveBeenCalled();
  });

  it('sends a thread what staff taught the vocabulary, once', async () => {
    const words = vocabulary.copy();
    const pool = aPool(words);
    const { pool: thread, run } = playedThread();
    pool.startThreads(thread);
    const parts = async () => (await pool.run('prepare', plainWords('要找铁疙瘩'))).reading.parts;
    const casting = words.named('铸件')[0]!.id;
    expect((await parts()).map(({ conceptId }) => conceptId)).not.toContain(casting);
    words.learn(casting, '铁疙瘩');
    expect((await parts()).map(({ conceptId }) => conceptId)).toContain(casting);
    expect(run).toHaveBeenCalledTimes(4);
    await parts();
    expect(run).toHaveBeenCalledTimes(5);
  });

  it('ends between two candidates once the request is over', async () => {
    const pool = aPool();
    const compared = await comparedWith(pool, '铝合金压铸电机壳体');
    const read: number[] = [];
    const budget = new RequestBudget('a');
    const candidates = SUPPLIERS.map((facts, i) => ({
      ...facts,
      get title() {
        read.push(i);
        if (i === 1) budget.end();
        return facts.title;
      },
    }));
    await expect(pool.run('best', { ...compared, candidates }, budget)).rejects.toThrow('UNAVAILABLE');
    expect(new Set(read)).toEqual(new Set([0, 1]));
  });

  it('ends in a thread by the flag in shared memory', async () => {
    const compared = await comparedWith(aPool(), '铝合金压铸电机壳体');
    const thread = new MatchThread();
    const over = new Int32Array(new SharedArrayBuffer(4));
    const task = { name: 'best', input: compared, now: 0, over, version: 'v' } as const;
    expect(thread.run(task)).toEqual({ lacks: true });
    const knowledge = { vectors: null, names: [] };
    expect(thread.run({ ...task, knowledge })).toMatchObject({ result: [{ index: 2 }, {}, {}] });
    Atomics.store(over, 0, 1);
    expect(thread.run(task)).toEqual({ over: true });
  });

  it('begins nothing for a request that is over', async () => {
    const budget = new RequestBudget('a');
    budget.end();
    await expect(aPool().run('prepare', plainWords('压铸'), budget)).rejects.toThrow('UNAVAILABLE');
  });

  it('reads so many parts at most, however many things a text names', async () => {
    const text = vocabulary
      .all()
      .map(({ zh }) => zh)
      .join('，')
      .slice(0, 2000);
    const { reading, words } = await aPool().run('prepare', plainWords(text));
    expect(reading.parts).toHaveLength(MAX_PARTS);
    expect(words.length).toBeLessThan(4000);
  });
});
