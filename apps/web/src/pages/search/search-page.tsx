import { Link, useNavigate, useSearchParams } from 'react-router';
import { useQuery } from 'urql';
import { SaveSearch } from './save-search.js';
import { number } from '../../texts/format.js';
import { useTexts } from '../../texts/locale.js';
import { Answer, EmptyState } from '../../ui/answer.js';
import { usePageHead } from '../../ui/page.js';
import { FacetPanel } from './facet-panel.js';
import { HitCard } from './hit-card.js';
import { SearchBox } from './search-box.js';
import {
  addressOf,
  INDEXES,
  PAGE_SIZE,
  questionOf,
  type SearchIndex,
  type SearchWish,
  variablesOf,
  wishFrom,
} from './search-wish.js';
import { type SearchPage as Found, SEARCH } from './search.query.js';

/** How many pages stand on either side of the current one. */
const BESIDE = 2;

/** The first page, the last one and those around the current one; null where pages are left out. */
function shownPages(current: number, last: number): (number | null)[] {
  const pages = Array.from({ length: last }, (_, i) => i + 1).filter(
    (page) => page === 1 || page === last || Math.abs(page - current) <= BESIDE,
  );
  return pages.flatMap((page, i) => (i > 0 && page - (pages[i - 1] ?? 0) > 1 ? [null, page] : [page]));
}

interface PageLinksProps {
  readonly current: number;
  readonly last: number;
  /** Where a page is found. */
  readonly to: (page: number) => string;
}

/** Links to the pages of a list, which also work before any script does. */
export function PageLinks({ current, last, to }: PageLinksProps) {
  const t = useTexts();
  if (last <= 1) return null;
  return (
    <nav className="page-links" aria-label={t('pages.nav')}>
      {current > 1 && <Link to={to(current - 1)}>{t('pages.previous')}</Link>}
      {shownPages(current, last).map((page, i) =>
        page === null ? (
          <span key={`gap-${i}`} aria-hidden="true">
            …
          </span>
        ) : (
          <Link
            key={page}
            to={to(page)}
            aria-label={t('pages.page', { page: number(page) })}
            aria-current={page === current ? 'page' : undefined}
          >
            {number(page)}
          </Link>
        ),
      )}
      {current < last && <Link to={to(current + 1)}>{t('pages.next')}</Link>}
    </nav>
  );
}

/** How many hits can be paged through. */
const MOST_REACHABLE = 500 * PAGE_SIZE;

function IndexTabs({ wish }: { wish: SearchWish }) {
  const t = useTexts();
  return (
    <nav className="index-tabs" aria-label={t('search.indexes')}>
      {(Object.keys(INDEXES) as SearchIndex[]).map((index) => (
        <Link
          key={index}
          to={addressOf({ ...wish, index, chosen: {}, sort: 'RELEVANCE', page: 1 })}
          aria-current={index === wish.index ? 'page' : undefined}
        >
          {t(`search.index.${index}`)}
        </Link>
      ))}
    </nav>
  );
}

function ResultLine({ found, wish }: { found: Found; wish: SearchWish }) {
  const t = useTexts();
  const navigate = useNavigate();
  const { sorts } = INDEXES[wish.index];
  const total = t(found.totalIsLowerBound ? 'search.foundAtLeast' : 'search.found', {
    total: number(found.total),
  });
  return (
    <div className="result-line">
      <p role="status">{total}</p>
      <select
        className="plain-select"
        aria-label={t('search.sort')}
        value={wish.sort}
        onChange={({ target }) => {
          const sort = sorts.find((entry) => entry === target.value);
          if (sort) void navigate(addressOf({ ...wish, sort, page: 1 }));
        }}
      >
        {sorts.map((sort) => (
          <option key={sort} value={sort}>
            {t(`search.sort.${sort}`)}
          </option>
        ))}
      </select>
    </div>
  );
}

/** What the reader has to know of how these hits came about. */
function Remarks({ found, wish }: { found: Found; wish: SearchWish }) {
  const t = useTexts();
  return (
    <>
      {found.places.length > 0 && (
        <p className="remark">
          {t('search.places', { places: found.places.join('、') })}{' '}
          <Link to={addressOf({ ...wish, page: 1, placesAsWords: true })}>{t('search.placesAsWords')}</Link>
        </p>
      )}
      {found.degraded && <p className="remark">{t('search.degraded')}</p>}
      {found.broadened.map(({ words, instead }) => (
        <p key={words} className="remark">
          {t('search.broadened', { words, instead })}
        </p>
      ))}
      {found.relaxed && <p className="remark">{t('search.relaxed', { words: found.relaxed })}</p>}
    </>
  );
}

function Hits({ found, wish }: { found: Found; wish: SearchWish }) {
  const t = useTexts();
  const last = Math.ceil(Math.min(found.total, MOST_REACHABLE) / PAGE_SIZE);
  return (
    <div className="hits">
      <ResultLine found={found} wish={wish} />
      <Remarks found={found} wish={wish} />
      {found.hits.length === 0 ? (
        <EmptyState title={t('search.none.title')} text={t('search.none.text')} />
      ) : (
        <ol className="cards">
          {found.hits.map((hit) => (
            <HitCard key={hit.item.id} hit={hit} />
          ))}
        </ol>
      )}
      <SaveSearch
        key={addressOf(wish)}
        watched={{ query: questionOf(wish) }}
        name={wish.text || t(`search.index.${wish.index}`)}
        text={t('saved.search')}
      />
      <PageLinks current={wish.page} last={last} to={(page) => addressOf({ ...wish, page })} />
    </div>
  );
}

/** One box over capabilities, organizations, needs and events, with facets, orders and pages. */
export function SearchPage() {
  const t = useTexts();
  const [parameters] = useSearchParams();
  const wish = wishFrom(parameters);
  const [{ data, error, stale }, ask] = useQuery({ query: SEARCH, variables: variablesOf(wish) });
  const title = wish.text ? t('search.resultsFor', { text: wish.text }) : t('search.title');
  usePageHead({ title, description: t('search.description') });
  return (
    <div className="page">
      <h1 className="search-title">{title}</h1>
      <SearchBox key={wish.text} text={wish.text} index={wish.index} />
      <IndexTabs wish={wish} />
      <div className={stale ? 'search-results is-stale' : 'search-results'}>
        <Answer data={data?.search} error={error} onRetry={() => ask()} shape="card">
          {(found) => (
            <>
              <FacetPanel facets={found.facets} wish={wish} />
              <Hits found={found} wish={wish} />
            </>
          )}
        </Answer>
      </div>
    </div>
  );
}

export { SearchPage as Component };
