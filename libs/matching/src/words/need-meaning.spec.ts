import type { TextDirection } from '@app/search';
import type { CandidateFacts } from '../candidates/candidate-facts.js';
import { CriterionState, type MatchContext } from '../criteria/match-criterion.js';
import { modelMeaning } from '../criteria/meaning.criterion.js';
import { type NeedReading, plainWords } from '@app/need-reading';
import { modelNearness } from './need-meaning.js';

const model = (id: string) => ({
  id,
  name: 'trade-texts',
  version: '1',
  dimensions: 2,
  state: 'CURRENT' as const,
  sweptAfter: null,
  sweptAt: null,
  unrelated: 0.6,
  trouble: null,
});
const direction = (cosine: number, id = '1'): TextDirection => ({
  model: model(id),
  components: Float32Array.of(cosine, Math.sqrt(1 - cosine ** 2)),
});
const asked = direction(1);

describe('nearness to an outside model', () => {
  it('counts from the cosine of texts that have nothing to do with each other', () => {
    expect(modelNearness(asked, direction(1))).toBeCloseTo(1, 5);
    expect(modelNearness(asked, direction(0.8))).toBeCloseTo(0.5, 5);
    expect(modelNearness(asked, direction(0.6))).toBeCloseTo(0, 5);
    expect(modelNearness(asked, direction(-0.5))).toBe(0);
  });

  it('says nothing unless the same model knows both texts', () => {
    expect(modelNearness(null, asked)).toBeNull();
    expect(modelNearness(asked, null)).toBeNull();
    expect(modelNearness(asked, undefined)).toBeNull();
    expect(modelNearness(asked, direction(1, '2'))).toBeNull();
  });
});

describe('the criterion of the outside model', () => {
  const need = { description: plainWords('压铸') } as NeedReading;
  const judge = (nearness: number | null | undefined) =>
    modelMeaning.judge(need, {} as CandidateFacts, { modelNearness: nearness } as MatchContext);

  it('does not apply where it says nothing, and adds no fact where it does', () => {
    expect(judge(null)).toBeNull();
    expect(judge(undefined)).toBeNull();
    expect(judge(0.9)).toMatchObject({
      state: CriterionState.MET,
      score: 0.9,
      facts: { asked: 0, known: 0 },
    });
    expect(judge(0)).toMatchObject({ state: CriterionState.UNMET, score: 0 });
    expect(judge(0.42)?.reason).toEqual({ code: 'MATCH_MODEL_MEANING', params: { percent: 42 } });
  });
});
