import { Button } from 'antd';
import { Link } from 'react-router';
import { useTexts } from '../texts/locale.js';
import { PageTitle } from '../ui/page-title.js';
import { usePageHead } from './page-head.js';

/** An address that means nothing, or nothing to this reader. */
export function MissingPage() {
  const t = useTexts();
  usePageHead({ title: t('missing.title'), missing: true });
  return (
    <div className="page page-narrow">
      <PageTitle title={t('missing.title')} lead={t('missing.text')} />
      <Link to="/search">
        <Button type="primary">{t('missing.search')}</Button>
      </Link>
    </div>
  );
}

export { MissingPage as Component };
