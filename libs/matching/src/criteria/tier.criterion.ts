import type { LocalizedText } from '@app/kernel';
import { CriterionKey } from '../criterion-key.js';
import { CriterionState, type MatchCriterion, unknown } from './match-criterion.js';

/** The ladder of recognitions for small and medium-sized enterprises (工信部企业〔2022〕63号; hidden champion: Zhejiang). */
const LADDER: Readonly<Record<string, { readonly score: number; readonly name: LocalizedText }>> = {
  INNOVATIVE: { score: 0.5, name: { zh: '创新型中小企业', en: 'innovative SME' } },
  SPECIALIZED: { score: 0.75, name: { zh: '专精特新中小企业', en: 'specialized SME' } },
  HIDDEN_CHAMPION: { score: 0.9, name: { zh: '隐形冠军', en: 'hidden champion' } },
  LITTLE_GIANT: { score: 1, name: { zh: '专精特新“小巨人”', en: 'little giant' } },
  SINGLE_CHAMPION: { score: 1, name: { zh: '制造业单项冠军', en: 'single champion' } },
};

/** Is the supplier recognised as specialized? Not being listed proves nothing, so none is unknown. */
export const tier: MatchCriterion = {
  key: CriterionKey.TIER,
  judge(_need, candidate, { now }) {
    const today = now.toISOString().slice(0, 10);
    const valid = candidate.tiers.filter((t) => t.validUntil === null || t.validUntil >= today);
    const best = valid
      .map((t) => LADDER[t.level])
      .filter((t) => t !== undefined)
      .sort((a, b) => b.score - a.score)[0];
    if (!best) return unknown({ code: 'MATCH_TIER_NONE', params: {} }, { code: 'FACT_TIER', params: {} });
    return {
      state: CriterionState.MET,
      score: best.score,
      reason: { code: 'MATCH_TIER', params: { tier: best.name } },
      facts: { asked: 1, known: 1 },
    };
  },
};
