import { ConceptVocabulary } from '@app/taxonomy';
import type { CandidateFacts } from '../candidates/candidate-facts.js';
import type { NeedReading } from '@app/need-reading';
import { CriterionState, type MatchContext } from './match-criterion.js';
import { technicalEnvelope } from './technical-envelope.criterion.js';

const criterion = technicalEnvelope(ConceptVocabulary.load(() => true));

/** The state of a piece weight asked in some unit against an offer of 0.5 to 18 kg. */
function stateOf(min: string, unit: string): CriterionState | undefined {
  const need = { conditions: { parameters: [{ parameterId: 'piece-weight', min, max: min, unit }] } };
  const parameters = [{ parameterId: 'piece-weight', min: '0.5', max: '18', unit: 'kg', values: [] }];
  return criterion.judge(
    need as unknown as NeedReading,
    { parameters } as unknown as CandidateFacts,
    {} as MatchContext,
  )?.state;
}

describe('the technical envelope in other units', () => {
  it.each([
    ['6', 'kg'],
    ['6000', 'g'],
    ['6', '公斤'],
    ['0.018', 't'],
    ['500', '克'],
  ])('%s %s lies within', (amount, unit) => {
    expect(stateOf(amount, unit)).toBe(CriterionState.MET);
  });

  it.each([
    ['19', 'kg'],
    ['18000.000000000000000001', 'g'],
    ['0.0181', '吨'],
    ['499', '克'],
  ])('%s %s lies outside', (amount, unit) => {
    expect(stateOf(amount, unit)).toBe(CriterionState.UNMET);
  });

  it('says nothing of units that cannot be compared', () => {
    expect(stateOf('6', 'mm')).toBe(CriterionState.UNKNOWN);
  });
});
