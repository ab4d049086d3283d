import { Button } from 'antd';
import { useEffect, useRef } from 'react';
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

interface HiddenNowProps {
  readonly pair: HiddenPair;
  readonly show: Hiding['show'];
  /** Says that a pair was hidden, by the name of the other side. */
  readonly say: (name: string) => string;
}

/**
 * Stands in the place of a card that was just hidden. The button that takes it back gets the focus, which the hidden card
 * had, so that it is on the screen however long the list is.
 */
export function HiddenNow({ pair, show, say }: HiddenNowProps) {
  const t = useTexts();
  const undo = useRef<HTMLButtonElement>(null);
  useEffect(() => undo.current?.focus(), []);
  return (
    <div className="remark remark-row" role="status">
      <p>{say(pair.name)}</p>
      <Button ref={undo} onClick={() => void show(pair)}>
        {t('hidden.undo')}
      </Button>
    </div>
  );
}

interface HiddenPairsProps {
  readonly hiding: Hiding;
  /** Which of what was hidden earlier belongs to the page. */
  readonly belongs?: (pair: HiddenPair) => boolean;
  /** Whether the list still has a place for it, where it can be taken back. */
  readonly listed: (pair: HiddenPair) => boolean;
}

/** What was hidden earlier, how to show it again, and why something could not be hidden. */
export function HiddenPairs({ hiding, belongs = () => true, listed }: HiddenPairsProps) {
  const { now, before, show, problem } = hiding;
  const elsewhere = [...now.filter((pair) => !listed(pair)), ...before];
  return (
    <>
      <ProblemNotice problem={problem} />
      <HiddenBefore pairs={elsewhere.filter(belongs)} show={show} />
    </>
  );
}
