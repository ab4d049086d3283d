import { amountPerMonth, decimalRatio, type LocalizedText, Period, type QuantityValue } from '@app/kernel';
import { unitRatio } from '@app/taxonomy';
import { CriterionKey } from '../criterion-key.js';
import { type MatchCriterion, stateOf, unknown } from './match-criterion.js';

/** English names of the Chinese units that amounts are usually counted in. */
const ENGLISH: Readonly<Record<string, string>> = {
  件: 'pcs',
  个: 'pcs',
  只: 'pcs',
  根: 'pcs',
  片: 'pcs',
  台: 'units',
  套: 'sets',
  吨: 't',
  公斤: 'kg',
  千克: 'kg',
  米: 'm',
};

/** A unit as it is read aloud in each language; one without another name stays as it was written. */
export const spokenUnit = (unit: string): LocalizedText => ({ zh: unit, en: ENGLISH[unit] ?? unit });

const PER: Readonly<Record<Period, LocalizedText>> = {
  [Period.ONCE]: { zh: '', en: '' },
  [Period.MONTH]: { zh: '/月', en: ' a month' },
  [Period.YEAR]: { zh: '/年', en: ' a year' },
};

/** A quantity as it is read aloud: 50000 件/月. */
function spoken({ amount, unit, period }: QuantityValue): LocalizedText {
  const per = PER[period];
  const name = spokenUnit(unit);
  return { zh: `${amount} ${name.zh}${per.zh}`, en: `${amount} ${name.en}${per.en}` };
}

/** Can the supplier make that many in that time? Amount per month against amount per month, in the same unit. */
export const capacity: MatchCriterion = {
  key: CriterionKey.CAPACITY,
  judge(need, candidate) {
    const asked = need.conditions.quantity;
    const askedPerMonth = asked && amountPerMonth(asked);
    if (!asked || !askedPerMonth) return null;
    const wanted = spoken(asked);
    const missing = { code: 'FACT_CAPACITY', params: { unit: spokenUnit(asked.unit) } };
    const offered = candidate.capacity;
    const offeredPerMonth = offered && amountPerMonth(offered);
    if (!offered || !offeredPerMonth)
      return unknown({ code: 'MATCH_CAPACITY_UNKNOWN', params: { wanted } }, missing);
    const factor = unitRatio(offered.unit, asked.unit);
    if (factor === null) {
      return unknown(
        {
          code: 'MATCH_CAPACITY_OTHER_UNIT',
          params: { wanted, offered: spoken(offered) },
        },
        missing,
      );
    }
    const score = Math.min(1, Math.max(0, decimalRatio(offeredPerMonth, askedPerMonth) * factor));
    return {
      state: stateOf(score),
      score,
      reason: {
        code: score >= 0.999 ? 'MATCH_CAPACITY_MET' : 'MATCH_CAPACITY_SHORT',
        params: { wanted, offered: spoken(offered), percent: Math.round(score * 100) },
      },
      facts: { asked: 1, known: 1 },
    };
  },
};
