import type { RecalledDocument, SearchEngine, TermStatistics, TextDirection } from '@app/search';
import { ConceptVocabulary } from '@app/taxonomy';
import { jest } from '@jest/globals';
import type { CandidateFacts } from '../candidates/candidate-facts.js';
import type { CandidateFactsRepository } from '../candidates/candidate-facts.repository.js';
import type { MatchPool } from '../comparing/match-pool.js';
import { MatchComputer, type MatchTasks } from '../comparing/match-tasks.js';
import type { NeedDirections } from './need-directions.js';
import { type NeedReading, plainWords } from '@app/need-reading';
import { MatchFinder } from './match-finder.js';

const NEED = plainWords('铝合金压铸');
const READING: NeedReading = {
  description: NEED,
  parts: [{ kind: 'PROCESS', role: 'HEAD', text: '压铸', conceptId: null, weight: 1.5 }],
  subject: '压铸',
  question: '压铸',
  wording: '压铸',
  conditions: {
    requiredCertificates: [],
    preferredCertificates: [],
    parameters: [],
    regions: [],
    excludedRegions: [],
    excludedOrganizationIds: [],
  },
};
const DIRECTION: TextDirection = {
  model: { id: 7, name: 'trade-texts', version: '1', dimensions: 2 } as unknown as TextDirection['model'],
  components: Float32Array.of(0.6, 0.8),
};

interface Market {
  readonly byWords?: readonly string[];
  readonly byVectors?: readonly string[];
  readonly findsByVectors?: boolean;
  readonly direction?: TextDirection | null;
}

function aFinder({ byWords = [], byVectors = [], findsByVectors = true, direction = DIRECTION }: Market) {
  const recalled = byWords.map((id, i): RecalledDocument => ({ id, scores: [byWords.length - i] }));
  const engine = {
    findsByVectors,
    recall: jest.fn(() => Promise.resolve(recalled)),
    nearest: jest.fn((..._asked: unknown[]) =>
      Promise.resolve(byVectors.map((id) => ({ id, nearness: 0.9 }))),
    ),
  };
  const load = jest.fn((ids: readonly string[]) =>
    Promise.resolve(
      ids.map(
        (id) => ({ capabilityId: id, organizationId: id, certificates: [] }) as unknown as CandidateFacts,
      ),
    ),
  );
  const best = jest.fn((..._compared: unknown[]) => []);
  const comparer = {
    meaningOf: () => null,
    vocabulary: new ConceptVocabulary([]),
    best,
    forNeed: jest.fn<never>(),
  };
  const computer = new MatchComputer({ readNeed: () => READING }, comparer);
  const runHere = (name: keyof MatchTasks, input: never) =>
    Promise.resolve(computer[name](input, () => undefined));
  const finder = new MatchFinder(
    { run: runHere } as unknown as MatchPool,
    engine as unknown as SearchEngine,
    {
      readFrequencies: () => Promise.resolve({ documents: 10, frequencies: new Map() }),
    } as unknown as TermStatistics,
    { findFacts: load } as unknown as CandidateFactsRepository,
    { findDirection: () => Promise.resolve(direction) } as unknown as NeedDirections,
  );
  return { finder, engine, load, best };
}

describe('candidates found by the vectors of an outside model', () => {
  it('come beside those found by words, each once, and displace none', async () => {
    const byWords = Array.from({ length: 350 }, (_, i) => `word ${i}`);
    const { finder, engine, load } = aFinder({ byWords, byVectors: ['word 0', 'vector 0', 'vector 1'] });
    const { compared } = await finder.findMatches(NEED, 20);
    expect(engine.nearest).toHaveBeenCalledTimes(1);
    expect(engine.nearest.mock.calls[0]).toEqual([
      'capabilities',
      { field: 'm7', components: [...DIRECTION.components] },
      100,
    ]);
    const [loaded] = load.mock.calls[0]!;
    expect(loaded).toHaveLength(302);
    expect(loaded.slice(-2)).toEqual(['vector 0', 'vector 1']);
    expect(compared).toBe(302);
  });

  it('are compared by the direction of the need, also where words find nobody', async () => {
    const { finder, load, best } = aFinder({ byVectors: ['vector 0'] });
    await finder.findMatches(NEED, 20);
    expect(load.mock.calls[0]![0]).toEqual(['vector 0']);
    expect(best.mock.calls[0]![1]).toMatchObject({ direction: DIRECTION });
  });

  it.each<[string, Market]>([
    ['an engine that does not find by vectors', { findsByVectors: false }],
    ['a need of which the model says nothing', { direction: null }],
  ])('are none with %s', async (_, market) => {
    const { finder, engine, load } = aFinder({ ...market, byWords: ['word 0'], byVectors: ['vector 0'] });
    await finder.findMatches(NEED, 20);
    expect(engine.nearest).not.toHaveBeenCalled();
    expect(load.mock.calls[0]![0]).toEqual(['word 0']);
  });
});
