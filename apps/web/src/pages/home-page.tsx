import { Button } from 'antd';
import { type FormEvent, type KeyboardEvent, useRef, useState } from 'react';
import { Link, useSearchParams } from 'react-router';
import { useQuery } from 'urql';
import { InviteToOwnNeed } from '../matching/invite-to-own-need.js';
import { MATCHES_FOR_WORDS } from '../matching/match-list.query.js';
import { MatchResults } from '../matching/match-results.js';
import { useTexts } from '../texts/locale.js';
import { Answer } from '../ui/answer.js';
import { usePageHead } from '../ui/page.js';
import { HomeNews } from './home-news.js';
import { SearchBox } from './search/search-box.js';

/** The search box of the home page. */
export function HomeSearch() {
  const t = useTexts();
  return (
    <section className="section home-search" aria-labelledby="home-search-title">
      <h2 id="home-search-title">{t('home.searchTitle')}</h2>
      <SearchBox text="" />
    </section>
  );
}

const EXAMPLES = ['home.example1', 'home.example2', 'home.example3'] as const;

interface NeedBoxProps {
  readonly words: string;
  readonly onAsk: (words: string) => void;
}

function Examples({ onAsk }: { onAsk: (words: string) => void }) {
  const t = useTexts();
  return (
    <ul className="examples" aria-label={t('home.examples')}>
      {EXAMPLES.map((key) => (
        <li key={key}>
          <button type="button" className="example" onClick={() => onAsk(t(key))}>
            {t(key)}
          </button>
        </li>
      ))}
    </ul>
  );
}

/** Where a need is put into plain words. A form of its own address, so that it works before any script does. */
export function NeedBox({ words, onAsk }: NeedBoxProps) {
  const t = useTexts();
  const [missing, setMissing] = useState(false);
  const box = useRef<HTMLTextAreaElement>(null);
  const submit = (event?: FormEvent) => {
    event?.preventDefault();
    const text = box.current?.value.trim() ?? '';
    setMissing(text === '');
    if (text) onAsk(text);
    else box.current?.focus();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) submit();
  };
  return (
    <form className="need-box" method="get" action="/" onSubmit={submit}>
      <label htmlFor="need-words">{t('home.label')}</label>
      <textarea
        ref={box}
        id="need-words"
        name="q"
        rows={3}
        maxLength={2000}
        defaultValue={words}
        placeholder={t('home.placeholder')}
        aria-invalid={missing}
        aria-describedby="need-hint"
        onKeyDown={onKeyDown}
      />
      <p id="need-hint" className={missing ? 'fault' : 'quiet'} role={missing ? 'alert' : undefined}>
        {missing ? t('home.empty') : t('home.hint')}
      </p>
      <Button type="primary" size="large" htmlType="submit">
        {t('home.submit')}
      </Button>
      {!words && <Examples onAsk={onAsk} />}
    </form>
  );
}

const WAYS = [
  {
    who: 'home.forBuyers',
    text: 'home.forBuyers.text',
    action: 'home.forBuyers.action',
    to: '/desk/needs/new',
  },
  {
    who: 'home.forSuppliers',
    text: 'home.forSuppliers.text',
    action: 'home.forSuppliers.action',
    to: '/desk/capabilities/new',
  },
  {
    who: 'home.forOrganizers',
    text: 'home.forOrganizers.text',
    action: 'home.forOrganizers.action',
    to: '/desk/events/new',
  },
] as const;

/** What the platform does for each kind of reader, and where each begins. */
export function Ways() {
  const t = useTexts();
  return (
    <ul className="ways">
      {WAYS.map(({ who, text, action, to }) => (
        <li key={to} className="section">
          <h2>{t(who)}</h2>
          <p>{t(text)}</p>
          <Link to={to}>{t(action)} →</Link>
        </li>
      ))}
    </ul>
  );
}

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
