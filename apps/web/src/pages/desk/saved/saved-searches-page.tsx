import { Button } from 'antd';
import { Link } from 'react-router';
import { useQuery } from 'urql';
import { usePageHead } from '../../../app/page-head.js';
import { SignedIn } from '../../../session/sign-in-needed.js';
import { useTexts } from '../../../texts/locale.js';
import { Answer } from '../../../ui/answer.js';
import { EmptyState } from '../../../ui/empty-state.js';
import { PageTitle } from '../../../ui/page-title.js';
import { MY_SAVED_SEARCHES } from './saved-search.query.js';
import { SavedSearchRow } from './saved-search-row.js';

function NoneYet() {
  const t = useTexts();
  return (
    <EmptyState title={t('saved.none')} text={t('saved.noneText')}>
      <Link to="/search">
        <Button type="primary">{t('nav.search')}</Button>
      </Link>
    </EmptyState>
  );
}

function SavedSearches() {
  const [{ data, error }, ask] = useQuery({ query: MY_SAVED_SEARCHES, requestPolicy: 'cache-and-network' });
  const refresh = () => ask({ requestPolicy: 'network-only' });
  return (
    <Answer data={data?.mySavedSearches} error={error} onRetry={refresh} shape="card">
      {({ edges }) =>
        edges.length === 0 ? (
          <NoneYet />
        ) : (
          <ul className="cards section">
            {edges.map(({ node }) => (
              <SavedSearchRow key={node.id} entry={node} onDeleted={refresh} />
            ))}
          </ul>
        )
      }
    </Answer>
  );
}

/** What the person waits for, and how often they want to hear of it. */
export function SavedSearchesPage() {
  const t = useTexts();
  usePageHead({ title: t('desk.saved'), unlisted: true });
  return (
    <div className="page page-form">
      <PageTitle
        title={t('desk.saved')}
        lead={t('saved.lead')}
        above={<Link to="/desk">← {t('desk.title')}</Link>}
      />
      <SignedIn>
        <SavedSearches />
      </SignedIn>
    </div>
  );
}

export { SavedSearchesPage as Component };
