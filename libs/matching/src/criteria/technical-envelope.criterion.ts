import { foldText } from '@app/kernel';
import { compareAmounts, type ConceptParameter, type ConceptVocabulary, ParameterType } from '@app/taxonomy';
import type { CandidateParameter } from '../candidates/candidate-facts.js';
import type { AskedParameter } from '@app/need-reading';
import { CriterionKey } from '../criterion-key.js';
import {
  type CriterionJudgement,
  CriterionState,
  type MatchCriterion,
  type Reason,
  stateOf,
  unknown,
} from './match-criterion.js';

/** 1 when the asked value or range lies in the offered range, 0 when it does not; null when units cannot be compared. */
function rangeFit(asked: AskedParameter, offered: CandidateParameter): number | null {
  const { min, max } = offered;
  const unit = offered.unit ?? asked.unit ?? '';
  const low = asked.min ?? asked.max;
  const high = asked.max ?? asked.min;
  if ((min === null && max === null) || low === undefined || high === undefined) return null;
  const against = (amount: string, end: string | null) =>
    end === null ? 0 : compareAmounts({ amount, unit: asked.unit ?? unit }, { amount: end, unit });
  const below = against(low, min);
  const above = against(high, max);
  if (below === null || above === null) return null;
  return below < 0 || above > 0 ? 0 : 1;
}

/** 1 when the supplier reaches the asked grade or a stricter one. */
function ordinalFit(
  asked: AskedParameter,
  offered: CandidateParameter,
  values: readonly string[],
  better: 'LOWER' | 'HIGHER',
): number | null {
  const rank = (value: string) => values.findIndex((v) => foldText(v) === foldText(value));
  const wanted = (asked.values ?? []).map(rank).filter((r) => r >= 0);
  const given = offered.values.map(rank).filter((r) => r >= 0);
  if (wanted.length === 0 || given.length === 0) return null;
  const [want, give] =
    better === 'LOWER'
      ? [Math.min(...wanted), Math.min(...given)]
      : [Math.max(...wanted), Math.max(...given)];
  return (better === 'LOWER' ? give <= want : give >= want) ? 1 : 0;
}

/** Share of the asked values that the supplier offers. */
function setFit(asked: AskedParameter, offered: CandidateParameter): number | null {
  const given = new Set(offered.values.map(foldText));
  const wanted = asked.values ?? [];
  if (wanted.length === 0 || given.size === 0) return null;
  return wanted.filter((value) => given.has(foldText(value))).length / wanted.length;
}

function fitOf(
  parameter: ConceptParameter,
  asked: AskedParameter,
  offered: CandidateParameter | undefined,
): number | null {
  if (!offered) return null;
  if (parameter.type === ParameterType.RANGE) return rangeFit(asked, offered);
  if (parameter.type === ParameterType.ORDINAL)
    return ordinalFit(asked, offered, parameter.values, parameter.better);
  return setFit(asked, offered);
}

interface ParameterFit {
  readonly parameter: ConceptParameter;
  /** 0 to 1; null where it cannot be said. */
  readonly fit: number | null;
}

function names(list: readonly ParameterFit[]): { zh: string; en: string } {
  return {
    zh: list.map((f) => f.parameter.zh).join('、'),
    en: list.map((f) => f.parameter.en).join(', '),
  };
}

/** The judgement of all parameters asked: the share that lies within what is offered. */
function judgeFits(fits: readonly ParameterFit[]): CriterionJudgement {
  const open = fits.filter((f) => f.fit === null);
  const known = fits.filter((f) => f.fit !== null);
  const unmet = known.filter((f) => (f.fit ?? 0) < 0.999);
  const met = known.filter((f) => !unmet.includes(f));
  const params = { met: names(met), unmet: names(unmet), unknown: names(open) };
  const missing: Reason = { code: 'FACT_PARAMETERS', params: { parameters: names(open) } };
  if (known.length === 0) return unknown({ code: 'MATCH_ENVELOPE_UNKNOWN', params }, missing, fits.length);
  const score = known.reduce((sum, f) => sum + (f.fit ?? 0), 0) / fits.length;
  const within = open.length > 0 ? 'MATCH_ENVELOPE_PARTLY' : 'MATCH_ENVELOPE_MET';
  return {
    state: unmet.length > 0 && score === 0 ? CriterionState.UNMET : stateOf(score),
    score,
    reason: { code: unmet.length > 0 ? 'MATCH_ENVELOPE_OUTSIDE' : within, params },
    ...(open.length > 0 ? { missingFact: missing } : {}),
    facts: { asked: fits.length, known: known.length },
  };
}

/** Do the technical figures fit: weight, size, grade, tolerance? Each typed parameter asked is compared with its range. */
export function technicalEnvelope(vocabulary: ConceptVocabulary): MatchCriterion {
  return {
    key: CriterionKey.TECHNICAL_ENVELOPE,
    judge(need, candidate) {
      const fits = need.conditions.parameters.flatMap((wish) => {
        const parameter = vocabulary.parameter(wish.parameterId);
        const offered = candidate.parameters.find((p) => p.parameterId === wish.parameterId);
        const denied = !offered && candidate.deniedParameters?.includes(wish.parameterId);
        return parameter ? [{ parameter, fit: denied ? 0 : fitOf(parameter, wish, offered) }] : [];
      });
      return fits.length === 0 ? null : judgeFits(fits);
    },
  };
}
