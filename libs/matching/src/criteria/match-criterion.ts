import type { LocalizedText } from '@app/kernel';
import type { CandidateFacts } from '../candidates/candidate-facts.js';
import type { NeedReading } from '@app/need-reading';
import type { Closeness } from '../words/need-wording.js';
import type { CriterionKey } from '../criterion-key.js';
import type { PartFit } from '../words/fit-parts.js';

/** How far a criterion is met; UNKNOWN is not UNMET: nobody has said. */
export enum CriterionState {
  MET = 'MET',
  PARTLY = 'PARTLY',
  UNMET = 'UNMET',
  UNKNOWN = 'UNKNOWN',
}

/** Parameters of a reason; names of concepts, regions and certificates come in both languages. */
export type ReasonParams = Readonly<Record<string, string | number | LocalizedText>>;

/** Why a criterion stands as it does: a code with parameters, rendered at the edge. */
export interface Reason {
  readonly code: string;
  readonly params: ReasonParams;
}

/** The judgement of one criterion on one candidate. */
export interface CriterionJudgement {
  readonly state: CriterionState;
  /** 0 to 1; 0 when unknown. */
  readonly score: number;
  readonly reason: Reason;
  /** For UNKNOWN, and where more would be scored: the fact to ask the supplier for, as a code with parameters. */
  readonly missingFact?: Reason;
  /** How many facts the criterion looks at and how many of them are known. */
  readonly facts: { readonly asked: number; readonly known: number };
  /** Whether only the listing's words say so; the fact itself is declared nowhere. */
  readonly saidOnly?: boolean;
  /** Which words met which words; only concept coverage and application have them. */
  readonly parts?: readonly PartFit[];
}

/** What a listing's words say of the facts of a criterion, each a way to read them. */
export interface SaidOfFacts {
  of(key: CriterionKey): readonly Partial<CandidateFacts>[];
}

/** What every criterion may look at beside need and candidate. */
export interface MatchContext {
  /** The day of asking. */
  readonly now: Date;
  /** How well each part of the need is met by the candidate's words, in the order of the reading's parts. */
  readonly partFits: readonly PartFit[];
  /** How near the candidate's words come to the need's. */
  readonly closeness: Closeness;
  /** How near the candidate's words come in meaning, 0 to 1; null where word vectors say nothing of the need. */
  readonly meaning: number | null;
  /** How near the two texts are to the outside model, 0 to 1; null or absent unless it has computed both. */
  readonly modelNearness?: number | null;
  /** What the listing's own words say of facts; absent where nothing but declared facts is compared. */
  readonly said?: SaidOfFacts;
  /** Whether the listing offers first of all machines or materials with which others make what is asked for. */
  readonly onlyServes?: boolean;
}

/** One aspect under which a need and a candidate are compared: a pure function, one per file. */
export interface MatchCriterion {
  readonly key: CriterionKey;
  /** The judgement, or null when the need asks nothing of this kind. */
  judge(need: NeedReading, candidate: CandidateFacts, context: MatchContext): CriterionJudgement | null;
}

/** State of a score: met from `met` on, unmet at zero, partly between. */
export function stateOf(score: number, met = 0.999): CriterionState {
  if (score >= met) return CriterionState.MET;
  return score > 0 ? CriterionState.PARTLY : CriterionState.UNMET;
}

/** The judgement of something nobody has said. */
export function unknown(reason: Reason, missingFact: Reason, asked = 1): CriterionJudgement {
  return { state: CriterionState.UNKNOWN, score: 0, reason, missingFact, facts: { asked, known: 0 } };
}
