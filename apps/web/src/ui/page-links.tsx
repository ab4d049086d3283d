import { Link } from 'react-router';
import { number } from '../texts/format.js';
import { useTexts } from '../texts/locale.js';

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
