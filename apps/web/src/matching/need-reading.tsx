import { useTexts } from '../texts/locale.js';
import type { TextKey } from '../texts/texts.js';
import { TEXTS } from '../texts/texts.js';
import type { MatchList } from './match-list.query.js';
import { STATES, StateMark } from './state-mark.js';

/** The text that names a kind of part. */
export const kindText = (kind: string): TextKey => {
  const key = `part.${kind}`;
  return key in TEXTS ? (key as TextKey) : 'part.KEYWORD';
};

type Part = Pick<MatchList['parts'][number], 'text' | 'kind' | 'conceptName'>;

/** The typed parts that a text was read as. */
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

/** The conditions beside the parts: quantity, date, place, certificates. */
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

/** How the need was read: its typed parts, and its conditions apart from them. */
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
