import { Button } from 'antd';
import { lazy, type ReactNode, Suspense, useState } from 'react';
import { useTexts } from '../texts/locale.js';
import type { Match } from './match-list.query.js';

const Comparison = lazy(() => import('./comparison.js').then((module) => ({ default: module.Comparison })));

/** How many suppliers fit side by side. */
export const MOST_COMPARED = 5;

interface CompareBarProps {
  readonly matches: readonly Match[];
  /** Capabilities by id. */
  readonly chosen: ReadonlySet<string>;
  readonly clear: () => void;
  /** What else can be done with those that were ticked. */
  readonly actions?: (chosen: readonly Match[]) => ReactNode;
}

/** Says how to compare, and opens the suppliers that were ticked side by side. */
export function CompareBar({ matches, chosen, clear, actions }: CompareBarProps) {
  const t = useTexts();
  const [open, setOpen] = useState(false);
  if (chosen.size === 0) return <p className="quiet">{t('match.compareHint')}</p>;
  const wanted = matches.filter(({ capability }) => chosen.has(capability.id));
  return (
    <div className="compare-bar">
      <Button type="primary" disabled={chosen.size < 2} onClick={() => setOpen(true)}>
        {t('match.compareChosen', { count: chosen.size })}
      </Button>
      {actions?.(wanted)}
      <Button onClick={clear}>{t('match.clear')}</Button>
      {open && (
        <Suspense>
          <Comparison matches={wanted} onClose={() => setOpen(false)} />
        </Suspense>
      )}
    </div>
  );
}
