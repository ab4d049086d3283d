import { Button, Checkbox } from 'antd';
import { Fragment, type ReactNode, useState } from 'react';
import { number } from '../texts/format.js';
import { useTexts } from '../texts/locale.js';
import { EmptyState } from '../ui/empty-state.js';
import { CompareBar, MOST_COMPARED } from './compare-bar.js';
import { firstNear } from './fits.js';
import { MatchCard } from './match-card.js';
import type { Match, MatchList } from './match-list.query.js';
import { NeedReading } from './need-reading.js';

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
  /** What is done with those that were ticked, beside comparing them. */
  readonly chosenActions?: (chosen: readonly Match[], clear: () => void) => ReactNode;
  /** What stands in the place of a match's card; nothing for its card. */
  readonly instead?: (match: Match) => ReactNode;
}

/** What a need led to: its reading beside the cards, and suppliers side by side when wished. */
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
