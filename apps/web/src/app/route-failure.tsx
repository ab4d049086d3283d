import { Button } from 'antd';
import { useRouteError } from 'react-router';
import { useTexts } from '../texts/locale.js';
import { EmptyState } from '../ui/empty-state.js';

/** A page that broke: whatever happened, the reader is told what can be done. */
export function RouteFailure() {
  const t = useTexts();
  const error = useRouteError();
  // The code of a page that a new version has replaced is gone: loading the page again brings the new one.
  const stale =
    error instanceof TypeError && /dynamically imported module|module script/i.test(error.message);
  return (
    <main className="page page-narrow">
      <EmptyState title={t(stale ? 'failure.stale' : 'failure.title')} text={t('failure.text')}>
        <Button type="primary" onClick={() => window.location.reload()}>
          {t('failure.reload')}
        </Button>
        <Button href="/">{t('nav.home')}</Button>
      </EmptyState>
    </main>
  );
}
