import type { CandidateFacts } from '../candidates/candidate-facts.js';
import { CriterionKey } from '../criterion-key.js';
import { byScore, type ScoredMatch } from '../scoring/score-match.js';
import type { Evidence, NeedComparison } from './need-comparison.js';

/** A supplier that fits, with the capability that fits best. */
export interface FoundMatch extends ScoredMatch {
  readonly candidate: CandidateFacts;
}

/** A match without its meaning: its score is the least that it comes to. */
interface Draft {
  readonly evidence: Evidence;
  readonly match: ScoredMatch;
}

/** The scores of the best suppliers so far. */
class BestSuppliers {
  private readonly scores = new Map<string, number>();

  constructor(private readonly wanted: number) {}

  add({ candidate, score }: FoundMatch): void {
    const { organizationId } = candidate;
    this.scores.set(organizationId, Math.max(score, this.scores.get(organizationId) ?? 0));
  }

  /** The score of the last of the wanted suppliers; below any score while there are fewer. */
  last(): number {
    if (this.scores.size < this.wanted) return Number.NEGATIVE_INFINITY;
    return [...this.scores.values()].sort((a, b) => b - a)[this.wanted - 1] ?? Number.NEGATIVE_INFINITY;
  }
}

/** The points that full nearness in meaning adds to a match which was scored with none. */
function openPoints({ criteria }: ScoredMatch): number {
  const total = criteria.reduce((sum, { weight }) => sum + weight, 0);
  const meaning = criteria.find(({ key }) => key === CriterionKey.MEANING);
  return total === 0 || !meaning ? 0 : (100 * meaning.weight) / total;
}

const NOTHING = (): void => undefined;

/**
 * The best `first` suppliers, best first, one match for each. Nearness in meaning takes longest to find out and weighs
 * little: it is asked in the order of everything else, and no more of those whom even full nearness would not bring among
 * the first. The list is the one that asking it of all would give.
 * `atStep` is called before each candidate and may throw to end the work.
 */
export function bestMatches(
  comparison: Pick<NeedComparison, 'asksMeaning' | 'score' | 'complete'>,
  gathered: readonly Evidence[],
  first: number,
  atStep: () => void = NOTHING,
): FoundMatch[] {
  const least = comparison.asksMeaning ? 0 : null;
  const drafts = gathered.map((evidence): Draft => {
    atStep();
    return { evidence, match: comparison.score(evidence, least) };
  });
  drafts.sort((a, b) => b.match.score - a.match.score);
  const matches: FoundMatch[] = [];
  const best = new BestSuppliers(first);
  for (const { evidence, match } of drafts) {
    if (match.score + openPoints(match) < best.last()) break;
    atStep();
    const whole = comparison.asksMeaning ? comparison.complete(evidence) : match;
    const found = { candidate: evidence.candidate, ...whole };
    matches.push(found);
    best.add(found);
  }
  return onePerSupplier(matches.sort(byScore)).slice(0, first);
}

function onePerSupplier(matches: readonly FoundMatch[]): FoundMatch[] {
  const seen = new Set<string>();
  return matches.filter(
    ({ candidate }) => !seen.has(candidate.organizationId) && seen.add(candidate.organizationId),
  );
}
