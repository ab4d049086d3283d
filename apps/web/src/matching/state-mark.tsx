import type { EnumOf } from '../api/graphql.js';
import { useTexts } from '../texts/locale.js';

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
