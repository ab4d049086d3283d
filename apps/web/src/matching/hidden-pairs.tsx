import { Button } from 'antd';
import { languageOf, useTexts } from '../texts/locale.js';
import { ProblemNotice } from '../ui/problem-notice.js';
import type { HiddenPair, Hiding } from './hidden-matches.js';

function HiddenBefore({ pairs, show }: { pairs: readonly HiddenPair[]; show: Hiding['show'] }) {
  const t = useTexts();
  if (pairs.length === 0) return null;
  return (
    <details className="fold section">
      <summary>{t('hidden.before', { count: pairs.length })}</summary>
      <ul className="rows">
        {pairs.map((pair) => (
          <li key={`${pair.needId}-${pair.supplierId}`} className="row-actions">
            <span lang={languageOf(pair.name)}>{pair.name}</span>
            <Button size="small" onClick={() => void show(pair)}>
              {t('hidden.showAgain')}
            </Button>
          </li>
        ))}
      </ul>
    </details>
  );
}

interface HiddenPairsProps {
  readonly hiding: Hiding;
  /** Says that a pair was hidden, by the name of the other side. */
  readonly say: (name: string) => string;
  /** Which of what was hidden earlier belongs to the page. */
  readonly belongs?: (pair: HiddenPair) => boolean;
}

/** What was hidden just now and earlier, and how to take it back. */
export function HiddenPairs({ hiding, say, belongs = () => true }: HiddenPairsProps) {
  const t = useTexts();
  const { now, before, show, problem } = hiding;
  return (
    <>
      <ProblemNotice problem={problem} />
      {now.map((pair) => (
        <div key={`${pair.needId}-${pair.supplierId}`} className="remark remark-row" role="status">
          <p>{say(pair.name)}</p>
          <Button onClick={() => void show(pair)}>{t('hidden.undo')}</Button>
        </div>
      ))}
      <HiddenBefore pairs={before.filter(belongs)} show={show} />
    </>
  );
}
