import type { EnumOf } from '../api/graphql.js';
import { score as rounded } from '../texts/format.js';
import { useTexts } from '../texts/locale.js';
import type { Criterion, MatchCardData } from './match-list.query.js';

const HEIGHT = 8;

/** Where each criterion begins on a bar of length 100: as wide as it weighs. */
function segments(criteria: readonly Criterion[]) {
  const total = criteria.reduce((sum, { weight }) => sum + weight, 0) || 1;
  let start = 0;
  return criteria.map((criterion) => {
    const width = (criterion.weight / total) * 100;
    const segment = { criterion, start, width };
    start += width;
    return segment;
  });
}

/**
 * The score as a bar of its criteria: each as wide as it weighs, filled as far as it is met. So all that is filled is
 * the score, and with what is hatched it is the score within reach. Drawn, since the policy allows no inline styles.
 */
export function ScoreBar({ card }: { card: MatchCardData }) {
  const t = useTexts();
  const label = t('card.bar', { score: rounded(card.score), reachable: rounded(card.reachable) });
  return (
    <svg
      className="score-bar"
      viewBox={`0 0 100 ${HEIGHT}`}
      preserveAspectRatio="none"
      role="img"
      aria-label={label}
    >
      {segments(card.criteria).map(({ criterion: { key, state, score }, start, width }) => (
        <g key={key} className={`bar-${state.toLowerCase()}`}>
          <rect className="bar-ground" x={start} y="0" width={Math.max(0, width - 0.6)} height={HEIGHT} />
          <rect
            className="bar-fill"
            x={start}
            y="0"
            width={Math.max(0, width - 0.6) * score}
            height={HEIGHT}
          />
        </g>
      ))}
    </svg>
  );
}

/** The bar of one criterion. */
export function CriterionBar({ criterion: { state, score } }: { criterion: Criterion }) {
  return (
    <svg
      className="criterion-bar"
      viewBox={`0 0 100 ${HEIGHT}`}
      preserveAspectRatio="none"
      aria-hidden="true"
    >
      <g className={`bar-${state.toLowerCase()}`}>
        <rect className="bar-ground" width="100" height={HEIGHT} />
        <rect className="bar-fill" width={100 * score} height={HEIGHT} />
      </g>
    </svg>
  );
}

/** A sign, a word and a colour for how far a criterion is met: never the colour alone. */
const SIGNS = { MET: '✓', PARTLY: '◐', UNMET: '✕', UNKNOWN: '?' } as const;

export const STATES = Object.keys(SIGNS) as (keyof typeof SIGNS)[];

export function StateMark({ state }: { state: EnumOf<'CriterionState'> }) {
  const t = useTexts();
  return (
    <span className={`state state-${state.toLowerCase()}`}>
      <span aria-hidden="true">{SIGNS[state]}</span> {t(`state.${state}`)}
    </span>
  );
}
