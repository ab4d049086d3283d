import { useEffect, useState } from 'react';
import { useQuery } from 'urql';
import { graphql } from '../api/graphql.js';
import { useTexts } from '../texts/locale.js';
import { type TextKey, TEXTS } from '../texts/texts.js';
import type { MatchList } from './match-list.query.js';
import { StateMark, STATES } from './score-bar.js';

/** The text that names a kind of part. */
export const kindText = (kind: string): TextKey => {
  const key = `part.${kind}`;
  return key in TEXTS ? (key as TextKey) : 'part.KEYWORD';
};

type Part = Pick<MatchList['parts'][number], 'text' | 'kind' | 'conceptName'>;

/** The parts that a text was read as, each with its kind. */
export function PartTags({ parts }: { parts: readonly Part[] }) {
  const t = useTexts();
  return (
    <ul className="parts">
      {parts.map(({ text, kind, conceptName }) => (
        <li key={`${kind}-${text}`} className={`part part-${kind.toLowerCase()}`}>
          <span className="part-kind">{t(kindText(kind))}</span> <span>{text}</span>
          {conceptName && conceptName !== text && <span className="part-concept"> {conceptName}</span>}
        </li>
      ))}
    </ul>
  );
}

/** The conditions of a need: quantity, date, place, certificates. */
export function Conditions({ conditions }: Pick<MatchList, 'conditions'>) {
  return (
    <dl className="conditions">
      {conditions.map(({ label, value }) => (
        <div key={`${label}-${value}`}>
          <dt>{label}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}

/** How the need was read: its parts and its conditions. */
export function NeedReading({ list: { parts, conditions } }: { list: MatchList }) {
  const t = useTexts();
  return (
    <aside className="reading section">
      <h2>{t('match.reading')}</h2>
      <h3>{t('match.parts')}</h3>
      {parts.length > 0 ? <PartTags parts={parts} /> : <p className="quiet">{t('match.noParts')}</p>}
      <h3>{t('match.conditions')}</h3>
      {conditions.length > 0 ? (
        <Conditions conditions={conditions} />
      ) : (
        <p className="quiet">{t('match.noConditions')}</p>
      )}
      <h3>{t('match.legend')}</h3>
      <p className="legend">
        {STATES.map((state) => (
          <StateMark key={state} state={state} />
        ))}
      </p>
      <p className="quiet">{t('match.filledMeans')}</p>
    </aside>
  );
}

/** Selects little, because it runs while a person types. */
const READING_OF_WORDS = graphql(`
  query ReadingOfWords($text: String!, $first: Int!) {
    matchesForWords(text: $text, first: $first) {
      parts {
        text
        kind
        role
        weight
        conceptId
        conceptName
      }
      conditions {
        label
        value
        regionCode
      }
      matches {
        organization {
          id
          name
        }
        capability {
          id
        }
        card {
          score
          criteria {
            key
            state
            score
          }
        }
      }
    }
  }
`);

/** Delay after the last key press before the text is read. */
const PAUSE_MS = 500;
const LONGEST = 2000;

/** The text after the person has paused typing. */
export function useSettled(words: string): string {
  const [settled, setSettled] = useState(words);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(words), PAUSE_MS);
    return () => clearTimeout(timer);
  }, [words]);
  return settled;
}

/** Reads a text while it is typed and lists matching suppliers. `reading` is true until the current text has been read. */
export function useReadingOf(words: string, first: number) {
  const typed = words.trim().slice(0, LONGEST);
  const text = useSettled(typed);
  const [{ data, fetching }] = useQuery({
    query: READING_OF_WORDS,
    variables: { text, first },
    pause: text.length < 2,
  });
  return {
    list: text.length < 2 ? undefined : data?.matchesForWords,
    reading: fetching || (typed.length >= 2 && typed !== text),
  };
}
