import { useId } from 'react';
import { Link, useNavigate } from 'react-router';
import { number } from '../../texts/format.js';
import { useTexts } from '../../texts/locale.js';
import { TEXTS, type TextKey } from '../../texts/texts.js';
import type { SearchPage } from './search.query.js';
import { addressOf, type SearchWish, toggled } from './search-wish.js';

/** Values of a facet beyond these are rare; the chosen ones are shown in any case. */
const MOST_VALUES = 8;

type FacetCounts = SearchPage['facets'][number];

const facetText = (facet: string): TextKey => {
  const key = `search.facet.${facet}`;
  return key in TEXTS ? (key as TextKey) : 'search.facets';
};

function FacetGroup({ counts: { facet, values }, wish }: { counts: FacetCounts; wish: SearchWish }) {
  const t = useTexts();
  const id = useId();
  const navigate = useNavigate();
  const wanted = wish.chosen[facet] ?? [];
  const shown = values.filter(({ value }, i) => i < MOST_VALUES || wanted.includes(value));
  const choose = (value: string) =>
    void navigate(addressOf(toggled(wish, facet, value)), { preventScrollReset: true });
  return (
    <fieldset className="facet">
      <legend>{t(facetText(facet))}</legend>
      {shown.map(({ value, label, count }) => (
        <div key={value} className="facet-value">
          <input
            id={`${id}-${value}`}
            type="checkbox"
            checked={wanted.includes(value)}
            onChange={() => choose(value)}
          />
          <label htmlFor={`${id}-${value}`}>{label}</label>
          <span className="facet-count">{number(count)}</span>
        </div>
      ))}
    </fieldset>
  );
}

/** What the hits can be narrowed by; on the phone folded until wanted. */
export function FacetPanel({ facets, wish }: { facets: SearchPage['facets']; wish: SearchWish }) {
  const t = useTexts();
  const chosen = Object.values(wish.chosen).flat().length;
  const filled = facets.filter(({ values }) => values.length > 0);
  if (chosen === 0 && filled.length === 0) return null;
  const content = (
    <>
      {chosen > 0 && <Link to={addressOf({ ...wish, chosen: {}, page: 1 })}>{t('search.clear')}</Link>}
      {filled.map((counts) => (
        <FacetGroup key={counts.facet} counts={counts} wish={wish} />
      ))}
    </>
  );
  return (
    <>
      <aside className="facets section facets-beside" aria-label={t('search.facets')}>
        {content}
      </aside>
      <details className="facets section facets-folded" open={chosen > 0}>
        <summary>
          {t('search.facets')}
          {chosen > 0 ? ` (${chosen})` : ''}
        </summary>
        {content}
      </details>
    </>
  );
}
