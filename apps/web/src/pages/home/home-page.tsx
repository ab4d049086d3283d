import { Button } from 'antd';
import { Link, useSearchParams } from 'react-router';
import { useQuery } from 'urql';
import { usePageHead } from '../../app/page-head.js';
import { MATCHES_FOR_WORDS } from '../../matching/match-list.query.js';
import { MatchResults } from '../../matching/match-results.js';
import { InviteToOwnNeed } from '../../need-invitations/invite-to-own-need.js';
import { useTexts } from '../../texts/locale.js';
import { Answer } from '../../ui/answer.js';
import { HomeNews } from './home-news.js';
import { HomeSearch } from './home-search.js';
import { NeedBox } from './need-box.js';
import { Ways } from './ways.js';

/** How many suppliers are asked for. */
const FIRST = 20;

function Results({ words }: { words: string }) {
  const t = useTexts();
  const [{ data, error }, ask] = useQuery({
    query: MATCHES_FOR_WORDS,
    variables: { text: words, first: FIRST },
  });
  return (
    <>
      <div className="section post-it">
        <p>{t('match.postItText')}</p>
        <Link to={`/desk/needs/new?words=${encodeURIComponent(words)}`}>
          <Button type="primary">{t('match.postIt')}</Button>
        </Link>
      </div>
      <Answer data={data?.matchesForWords} error={error} shape="card" onRetry={() => ask()}>
        {(list) => (
          <MatchResults
            list={list}
            actions={({ organization }) => <InviteToOwnNeed size="small" supplier={organization} />}
          />
        )}
      </Answer>
    </>
  );
}

/** The first page: a need in plain words leads to explained matches, and to whatever else one came for. */
export function HomePage() {
  const t = useTexts();
  const [parameters, setParameters] = useSearchParams();
  const words = parameters.get('q')?.slice(0, 2000) ?? '';
  usePageHead({
    title: t('home.head'),
    description: t('home.description'),
    jsonLd: { '@type': 'WebSite', name: t('brand'), description: t('home.description') },
  });
  return (
    <div className="page">
      <div className="hero">
        <h1>{t('home.title')}</h1>
        <p className="lead">{t('home.lead')}</p>
        <NeedBox
          key={words}
          words={words}
          onAsk={(q) => setParameters({ q }, { preventScrollReset: true })}
        />
      </div>
      {words ? (
        <Results words={words} />
      ) : (
        <>
          <HomeSearch />
          <Ways />
          <HomeNews />
        </>
      )}
    </div>
  );
}

export { HomePage as Component };
