import { Button, Checkbox } from 'antd';
import { Fragment, lazy, type ReactNode, Suspense, useState } from 'react';
import { number } from '../texts/format.js';
import { useTexts } from '../texts/locale.js';
import { EmptyState } from '../ui/answer.js';
import { MatchCard } from './match-card.js';
import { firstNear, type Match, type MatchList } from './match-list.query.js';
import { NeedReading } from './need-reading.js';

const Comparison = lazy(() => import('./comparison.js').then((module) => ({ default: module.Comparison })));

/** How many suppliers fit side by side. */
const MOST_COMPARED = 5;

interface CompareBarProps {
  readonly matches: readonly Match[];
  /** Capabilities by id. */
  readonly chosen: ReadonlySet<string>;
  readonly clear: () => void;
  /** What else can be done with those that were ticked. */
  readonly actions?: (chosen: readonly Match[]) => ReactNode;
}

/** Says how to compare, and opens the suppliers that were ticked side by side. */
function CompareBar({ matches, chosen, clear, actions }: CompareBarProps) {
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

/** How many cards stand there before the reader asks for the rest. */
const FIRST_CARDS = 10;

interface CardsProps {
  readonly matches: readonly Match[];
  readonly chosen: ReadonlySet<string>;
  readonly choose: (id: string) => void;
  readonly actions?: (match: Match) => ReactNode;
  readonly instead?: (match: Match) => ReactNode;
}

function Cards({ matches, chosen, choose, actions, instead }: CardsProps) {
  const t = useTexts();
  const [all, setAll] = useState(false);
  const near = firstNear(matches);
  const shown = all ? matches : matches.slice(0, FIRST_CARDS);
  return (
    <>
      <ol className="match-cards">
        {shown.map((match, i) => (
          <Fragment key={match.capability.id}>
            {i === near && <li className="near-line">{t('match.near')}</li>}
            {instead?.(match) ?? (
              <MatchCard match={match} rank={i + 1} open={i === 0}>
                <Checkbox
                  checked={chosen.has(match.capability.id)}
                  disabled={!chosen.has(match.capability.id) && chosen.size >= MOST_COMPARED}
                  onChange={() => choose(match.capability.id)}
                >
                  {t('match.compare')}
                </Checkbox>
                {actions?.(match)}
              </MatchCard>
            )}
          </Fragment>
        ))}
      </ol>
      {matches.length > shown.length && (
        <Button onClick={() => setAll(true)}>
          {t('match.more', { count: matches.length - shown.length })}
        </Button>
      )}
    </>
  );
}

interface MatchResultsProps {
  readonly list: MatchList;
  readonly actions?: (match: Match) => ReactNode;
  /** A further action for the ticked suppliers. */
  readonly chosenActions?: (chosen: readonly Match[], clear: () => void) => ReactNode;
  /** Replaces the card of a match; undefined shows the card itself. */
  readonly instead?: (match: Match) => ReactNode;
}

/** The result for a need: how it was read, the match cards, and a comparison of ticked suppliers. */
export function MatchResults({ list, actions, chosenActions, instead }: MatchResultsProps) {
  const t = useTexts();
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const choose = (id: string) =>
    setChosen(
      (present) => new Set(present.has(id) ? [...present].filter((other) => other !== id) : [...present, id]),
    );
  const clear = () => setChosen(new Set());
  const { matches } = list;
  // Nothing is done with what was hidden after it had been ticked.
  const present = matches.filter((match) => !instead?.(match));
  return (
    <div className="match-results">
      <NeedReading list={list} />
      <section className="results" aria-label={t('match.heading')}>
        <h2>{t('match.heading')}</h2>
        {matches.length === 0 ? (
          <EmptyState title={t('match.none.title')} text={t('match.none.text')} />
        ) : (
          <>
            <p className="quiet" role="status">
              {t('match.found', { count: number(matches.length), compared: number(list.compared) })}
            </p>
            <CompareBar
              matches={present}
              chosen={chosen}
              clear={clear}
              actions={chosenActions && ((ticked) => chosenActions(ticked, clear))}
            />
            <Cards matches={matches} chosen={chosen} choose={choose} actions={actions} instead={instead} />
          </>
        )}
      </section>
    </div>
  );
}
