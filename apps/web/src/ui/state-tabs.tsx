import { Button } from 'antd';
import { useTexts } from '../texts/locale.js';
import { EmptyState } from './answer.js';

interface StateTabsProps<State extends string> {
  readonly states: readonly State[];
  /** Null: all of them. */
  readonly chosen: State | null;
  readonly onChoose: (state: State | null) => void;
  readonly textOf: (state: State) => string;
}

/** Filters a list by state. */
export function StateTabs<State extends string>({ states, chosen, onChoose, textOf }: StateTabsProps<State>) {
  const t = useTexts();
  return (
    <div className="index-tabs">
      {[null, ...states].map((state) => (
        <button
          key={state ?? ''}
          type="button"
          className="tab-button"
          aria-pressed={state === chosen}
          onClick={() => onChoose(state)}
        >
          {state ? textOf(state) : t('events.all')}
        </button>
      ))}
    </div>
  );
}

interface NoneInStateProps {
  /** The state that the list is narrowed to, in words. */
  readonly state: string;
  readonly onAll: () => void;
}

/** A narrowed list is empty, which does not mean that there is nothing: the way back to all. */
export function NoneInState({ state, onAll }: NoneInStateProps) {
  const t = useTexts();
  return (
    <EmptyState title={t('list.noneInState', { state })}>
      <Button onClick={onAll}>{t('list.showAll')}</Button>
    </EmptyState>
  );
}
