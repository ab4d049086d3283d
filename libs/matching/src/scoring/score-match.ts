import type { NeedReading } from '@app/need-reading';
import type { CandidateFacts } from '../candidates/candidate-facts.js';
import { coverageOf, isNotOffered } from '../criteria/concept-coverage.criterion.js';
import { CriterionKey } from '../criterion-key.js';
import {
  type CriterionJudgement,
  CriterionState,
  type MatchContext,
  type MatchCriterion,
  type Reason,
} from '../criteria/match-criterion.js';
import type { PartFit } from '../words/fit-parts.js';
import type { MatchWeights } from './match-weights.js';

/** Coverage and wording that together make a supplier one whose facts count in full. */
const FACTS_COUNT_FROM = 0.5;
/** What the wording counts in that beside coverage, as it does in the score. */
const WORDING_COUNTS = 0.86;
/** What is left of the facts of a supplier of whose words none names what is asked for. */
const OFFERS_OTHER_THINGS = 0.5;
/** From this fit of the thing and the work asked for on, facts count in full. */
const OFFERED_FROM = 0.5;

/** The thing asked for, and the work to be done on it, apart from what only narrows them. */
function isAskedFor({ part }: PartFit): boolean {
  return part.role === 'HEAD' || (part.role === 'DEFINING' && part.kind === 'PROCESS');
}

/** How well the thing and the work asked for are met: the weighted mean of their fits; 1 where the need names neither. */
function offeredOf(parts: readonly PartFit[]): number {
  const asked = parts.filter(isAskedFor);
  const total = asked.reduce((sum, { part }) => sum + part.weight, 0);
  return total === 0 ? 1 : asked.reduce((sum, { part, fit }) => sum + part.weight * fit, 0) / total;
}

/**
 * How far facts count, 0 to 1: that a tannery holds the certificate wanted of a die caster says nothing, or whoever has
 * the most papers would be proposed for everything. A supplier of what only stands beside the thing asked for (光伏组件 for
 * 光伏组件铝边框) shares words enough, so its facts count half as much.
 */
export function bearingOf(
  criteria: readonly (CriterionJudgement & { readonly key: CriterionKey })[],
): number {
  const coverage = criteria.find(({ key }) => key === CriterionKey.CONCEPT_COVERAGE);
  const wording = criteria.find(({ key }) => key === CriterionKey.TEXT_CLOSENESS);
  const said = (coverage?.score ?? 0) + WORDING_COUNTS * (wording?.score ?? 0);
  const offered = Math.min(1, offeredOf(coverage?.parts ?? []) / OFFERED_FROM);
  return Math.min(1, said / FACTS_COUNT_FROM) * (OFFERS_OTHER_THINGS + (1 - OFFERS_OTHER_THINGS) * offered);
}

/** What a fact that only the listing's words say is worth beside one that its supplier declared. */
const SAID_WORTH = 0.8;

/**
 * The judgement of a criterion: by what was declared, or by what the listing's own words say where that comes to more.
 * Words confirm and never deny, so that neither stating a fact nor taking one away turns them against their supplier.
 */
function judgeCriterion(
  criterion: MatchCriterion,
  need: NeedReading,
  candidate: CandidateFacts,
  context: MatchContext,
): CriterionJudgement | null {
  const declared = criterion.judge(need, candidate, context);
  if (!declared || declared.score >= SAID_WORTH || !context.said) return declared;
  let best = declared;
  for (const facts of context.said.of(criterion.key)) {
    const said = criterion.judge(need, { ...candidate, ...facts }, context);
    if (said && said.score * SAID_WORTH > best.score) best = asSaid(said, declared);
  }
  return best;
}

function asSaid(said: CriterionJudgement, declared: CriterionJudgement): CriterionJudgement {
  const missingFact = declared.missingFact ?? said.missingFact;
  return {
    ...said,
    state: CriterionState.PARTLY,
    score: said.score * SAID_WORTH,
    saidOnly: true,
    ...(missingFact ? { missingFact } : {}),
  };
}

/** Whether a match is the thing asked for, or only comes near. */
export enum MatchFit {
  FITS = 'FITS',
  NEAR = 'NEAR',
}

/** Below this the words that met a part speak of something else than what is asked. */
const MET_FROM = 0.5;

/**
 * Whether a candidate offers what is asked for: what weighs most in the need is met by the thing itself, and so are,
 * taken together, the thing and what defines it. Conditions, narrowing words and the field of use have no say.
 */
export function matchFit(partFits: readonly PartFit[]): MatchFit {
  const asked = partFits.filter(({ part }) => part.role === 'HEAD' || part.role === 'DEFINING');
  const heaviest = Math.max(0, ...asked.map(({ part }) => part.weight));
  const met = asked.every(({ part, fit }) => part.weight < heaviest || fit >= MET_FROM);
  return met && coverageOf(asked) >= MET_FROM ? MatchFit.FITS : MatchFit.NEAR;
}

/** One criterion on a card. */
export interface ScoredCriterion extends CriterionJudgement {
  readonly key: CriterionKey;
  readonly weight: number;
  /** Whether the supplier stated the facts in its response to the need. */
  readonly statedForNeed: boolean;
}

/** A need and a capability compared: score, what it could reach, and why. */
export interface ScoredMatch {
  /** 0 to 100. */
  readonly score: number;
  /** The score if every unknown were met, 0 to 100. */
  readonly reachable: number;
  /** Facts that the need asks about, and how many of them are known. */
  readonly coverage: { readonly known: number; readonly asked: number };
  /** Whether it is the thing asked for or only comes near. */
  readonly fit: MatchFit;
  readonly criteria: readonly ScoredCriterion[];
  /** The missing fact whose answer could raise the score most. */
  readonly decidingFact: Reason | null;
  readonly weightsVersion: string;
}

/** What is offered, as opposed to facts about whoever offers it. */
const OFFER: ReadonlySet<CriterionKey> = new Set([
  CriterionKey.CONCEPT_COVERAGE,
  CriterionKey.TEXT_CLOSENESS,
  CriterionKey.MEANING,
  CriterionKey.MODEL_MEANING,
]);
/** The most that a criterion can score for a candidate. */
function highest({ key }: ScoredCriterion, bearing: number): number {
  return OFFER.has(key) ? 1 : bearing;
}

function couldGain(criterion: ScoredCriterion, bearing: number): number {
  return criterion.missingFact ? criterion.weight * (highest(criterion, bearing) - criterion.score) : 0;
}

/** What is still unknown and would add, could it be met in full. */
function openWeight(scored: readonly ScoredCriterion[], bearing: number): number {
  return scored
    .filter(({ state, saidOnly }) => state === CriterionState.UNKNOWN || saidOnly === true)
    .reduce((sum, criterion) => sum + criterion.weight * (highest(criterion, bearing) - criterion.score), 0);
}

/**
 * Scores a candidate: 100 × Σ weight × score ÷ Σ weight of all criteria that apply to the need. Unknown adds nothing
 * and disqualifies nobody. Pure: the same input gives the same card for both sides.
 */
export function scoreMatch(
  need: NeedReading,
  candidate: CandidateFacts,
  context: MatchContext,
  criteria: readonly MatchCriterion[],
  { weights, version }: MatchWeights,
): ScoredMatch {
  const judged = criteria.flatMap((criterion): ScoredCriterion[] => {
    const judgement = judgeCriterion(criterion, need, candidate, context);
    const { key } = criterion;
    const statedForNeed = candidate.statedForNeed?.includes(key) ?? false;
    return judgement ? [{ ...judgement, key, weight: weights[key], statedForNeed }] : [];
  });
  const bearing = bearingOf(judged);
  const scored = judged.map((c) => (OFFER.has(c.key) ? c : { ...c, score: c.score * bearing }));
  const total = scored.reduce((sum, c) => sum + c.weight, 0);
  const points = scored.reduce((sum, c) => sum + c.weight * c.score, 0);
  const gain = (criterion: ScoredCriterion) => couldGain(criterion, bearing);
  const best = [...scored].sort((a, b) => gain(b) - gain(a))[0];
  const onlyNear = isNotOffered(need, candidate) || context.onlyServes === true;
  const percent = (value: number) => (total === 0 ? 0 : (100 * value) / total);
  return {
    score: percent(points),
    reachable: percent(points + openWeight(scored, bearing)),
    coverage: {
      known: scored.reduce((sum, c) => sum + c.facts.known, 0),
      asked: scored.reduce((sum, c) => sum + c.facts.asked, 0),
    },
    fit: onlyNear ? MatchFit.NEAR : matchFit(context.partFits),
    criteria: scored,
    decidingFact: best && gain(best) > 0 ? (best.missingFact ?? null) : null,
    weightsVersion: version,
  };
}

/** A match with the capability that was compared. */
interface Ranked extends Pick<ScoredMatch, 'score' | 'coverage'> {
  readonly candidate: Pick<CandidateFacts, 'capabilityId'>;
}

/**
 * The order of matches on both sides: the higher score, then of whom more is known; the rest by id. What could be reached
 * has no say: of two equals the one that keeps quiet of what it cannot do would stand first.
 */
export function byScore(a: Ranked, b: Ranked): number {
  return (
    b.score - a.score ||
    b.coverage.known - a.coverage.known ||
    compareIds(a.candidate.capabilityId, b.candidate.capabilityId)
  );
}

function compareIds(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
