import type { NeedReading } from '@app/need-reading';
import type { TextDirection } from '@app/search';
import type { ConceptVocabulary } from '@app/taxonomy';
import type { CandidateFacts } from '../candidates/candidate-facts.js';
import type { MatchContext, MatchCriterion } from '../criteria/match-criterion.js';
import { MATCH_WEIGHTS } from '../scoring/match-weights.js';
import { type ScoredMatch, scoreMatch } from '../scoring/score-match.js';
import type { CandidateWords } from '../words/candidate-words.js';
import type { PartFit, PartFitter } from '../words/fit-parts.js';
import { MainOffer, onlyServesToMake } from '../words/main-offer.js';
import { modelNearness, type NeedMeaning } from '../words/need-meaning.js';
import type { Closeness, NeedWording } from '../words/need-wording.js';

/** The most that a thing is worth which is named within the name of another. */
const WITHIN = 0.4;

/**
 * Whether a listing's prose says the words for the thing asked for, but only within the name of another thing: 吸嘴袋灌装机
 * offers no 吸嘴袋, and shares its words all the same. What the supplier declared as a fact never makes it so.
 */
export function namesOnlyWithin(fits: readonly PartFit[], prose: string): boolean {
  const head = fits.find(({ part }) => part.role === 'HEAD');
  return (
    head !== undefined && head.part.conceptId !== null && head.fit <= WITHIN && prose.includes(head.part.text)
  );
}

/** What the wording is worth where its words for the thing are within the name of another. */
const WITHIN_ANOTHER = 0.8;

/** What is left of the parts and the wording of whoever only offers what others make the thing with. */
const SERVES_TO_MAKE = 0.7;

/** A wording, marked down where the listing names the thing asked for within the name of another thing alone. */
function offered(closeness: Closeness, partFits: readonly PartFit[], words: CandidateWords): Closeness {
  if (!namesOnlyWithin(partFits, words.prose)) return closeness;
  return { ...closeness, score: closeness.score * WITHIN_ANOTHER };
}

/** What a comparison stands on beside the need. */
interface ComparisonTools {
  readonly fitter: PartFitter;
  readonly wording: NeedWording;
  /** Null where the word vectors say nothing of the need. */
  readonly meant: NeedMeaning | null;
  /** What the need means to the outside model; null where it says nothing of it. */
  readonly direction: TextDirection | null;
  readonly criteria: readonly MatchCriterion[];
  readonly vocabulary: ConceptVocabulary;
  readonly now: Date;
}

/** What a candidate's words say to a need, its meaning aside. */
export interface Evidence extends Omit<MatchContext, 'meaning'> {
  readonly candidate: CandidateFacts;
  readonly words: CandidateWords;
}

/** One need, to be compared with any number of candidates. */
export class NeedComparison {
  /** What a listing may offer first of all that only serves to make what this need asks for. */
  private readonly onlyServing: readonly MainOffer[];

  constructor(
    private readonly reading: NeedReading,
    private readonly tools: ComparisonTools,
  ) {
    this.onlyServing = Object.values(MainOffer).filter((offer) =>
      onlyServesToMake(offer, reading, tools.vocabulary),
    );
  }

  /** Whether nearness in meaning is a criterion of the need. */
  get asksMeaning(): boolean {
    return this.tools.meant !== null;
  }

  /** Holds a candidate's words against the need's. */
  gather(candidate: CandidateFacts, words: CandidateWords): Evidence {
    const { fitter, wording, direction, now } = this.tools;
    const onlyServes = this.onlyServing.includes(words.mainOffer);
    const fits = fitter.fit(words);
    const partFits = onlyServes ? fits.map((each) => ({ ...each, fit: each.fit * SERVES_TO_MAKE })) : fits;
    const near = offered(wording.closeness(words), partFits, words);
    return {
      candidate,
      words,
      now,
      said: words.said,
      partFits,
      closeness: onlyServes ? { ...near, score: near.score * SERVES_TO_MAKE } : near,
      onlyServes,
      modelNearness: modelNearness(direction, candidate.direction),
    };
  }

  /** The match that follows from the evidence and its nearness in meaning. */
  complete(evidence: Evidence): ScoredMatch {
    return this.score(evidence, this.tools.meant?.nearness(evidence.words) ?? null);
  }

  /** The match as if the candidate came no nearer in meaning than `meaning`; null where meaning is not asked. */
  score(evidence: Evidence, meaning: number | null): ScoredMatch {
    const { criteria } = this.tools;
    return scoreMatch(this.reading, evidence.candidate, { ...evidence, meaning }, criteria, MATCH_WEIGHTS);
  }
}
