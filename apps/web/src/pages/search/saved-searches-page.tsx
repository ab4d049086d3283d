import { Button, Popconfirm } from 'antd';
import { useState } from 'react';
import { Link } from 'react-router';
import { useQuery } from 'urql';
import { useAction } from '../../api/use-action.js';
import { placeOf } from '../../notifications/open-target.js';
import { SignedIn } from '../../session/desk-frame.js';
import { timeOf } from '../../texts/format.js';
import { languageOf, useReading, useTexts } from '../../texts/locale.js';
import { Answer, EmptyState, ProblemNotice } from '../../ui/answer.js';
import { PageTitle, usePageHead } from '../../ui/page.js';
import { Mark } from '../../ui/tags.js';
import { type AlertFrequency, FrequencySelect } from './frequency-select.js';
import {
  DELETE_SAVED_SEARCH,
  MY_SAVED_SEARCHES,
  SAVED_ANSWERS,
  type SavedSearchEntry,
  UPDATE_SAVED_SEARCH,
} from './saved-search.operations.js';
import { savedAddressOf } from './search-wish.js';

/** What a saved search would have told of, had all listings come just now. */
export function SavedAnswers({ id }: { id: string }) {
  const t = useTexts();
  const [{ data, error }, ask] = useQuery({ query: SAVED_ANSWERS, variables: { id } });
  const matches = data?.node && 'matches' in data.node ? data.node.matches : undefined;
  return (
    <Answer data={matches} error={error} onRetry={() => ask()}>
      {(found) => (
        <ul className="rows saved-answers">
          {found.length === 0 && <li className="quiet">{t('saved.noAnswers')}</li>}
          {found.map((item) => {
            const words = item.__typename === 'Organization' ? item.name : item.title;
            return (
              <li key={item.id}>
                <Link to={placeOf(item.id)} lang={languageOf(words)}>
                  {words}
                </Link>
                {item.__typename === 'Capability' && (
                  <span className="quiet" lang={languageOf(item.organization.name)}>
                    {' '}
                    {item.organization.name}
                  </span>
                )}
              </li>
            );
          })}
        </ul>
      )}
    </Answer>
  );
}

/** A question in words, leading to its results. */
function Question({ entry }: { entry: SavedSearchEntry }) {
  const t = useTexts();
  const { address, filters } = savedAddressOf(entry);
  const parts = [
    t(`search.index.${entry.listingIndex}`),
    entry.text ?? t('saved.everything'),
    filters > 0 && t('saved.filters', { count: filters }),
  ];
  return <Link to={address}>{parts.filter(Boolean).join(' · ')}</Link>;
}

/** The subject of a saved search, as a link to its page. */
export function SavedSubject({ entry }: { entry: SavedSearchEntry }) {
  const t = useTexts();
  const { subject, procurementNeed, capability } = entry;
  if (subject === 'QUERY') return <Question entry={entry} />;
  return (
    <>
      {t(`saved.subject.${subject}`)}{' '}
      {procurementNeed && <Link to={`/desk/needs/${procurementNeed.id}`}>{procurementNeed.title}</Link>}
      {capability && <Link to={`/capabilities/${capability.id}`}>{capability.title}</Link>}
      {subject === 'ORGANIZATION' && <Link to="/desk/fitting">{t('desk.fitting')}</Link>}
    </>
  );
}

interface Wish {
  readonly frequency?: AlertFrequency;
  readonly paused?: boolean;
}

/** A change that shows at once, and is taken back when the server does not agree. */
function useChanges(entry: SavedSearchEntry) {
  const update = useAction(UPDATE_SAVED_SEARCH);
  const [wish, setWish] = useState<Wish>({});
  const change = async (next: Wish) => {
    setWish(next);
    await update.run({ input: { savedSearchId: entry.id, ...next } });
    setWish({});
  };
  const { frequency, paused } = { ...entry, ...wish };
  return { frequency, paused, change: (next: Wish) => void change(next), problem: update.problem };
}

interface StepsProps {
  readonly entry: SavedSearchEntry;
  readonly changes: ReturnType<typeof useChanges>;
  readonly onDeleted: () => void;
}

function Steps({ entry, changes: { frequency, paused, change, problem }, onDeleted }: StepsProps) {
  const t = useTexts();
  const remove = useAction(DELETE_SAVED_SEARCH);
  const erase = () =>
    void remove.run({ input: { savedSearchId: entry.id } }).then((done) => done && onDeleted());
  return (
    <>
      <p className="button-row">
        <FrequencySelect
          value={frequency}
          label={t('saved.frequencyOf', { name: entry.name })}
          onChange={(next) => change({ frequency: next })}
        />
        <Button onClick={() => change({ paused: !paused })}>
          {t(paused ? 'saved.resume' : 'saved.pause')}
        </Button>
        <Popconfirm title={t('saved.deleteSure')} onConfirm={erase}>
          <Button danger loading={remove.busy}>
            {t('saved.delete')}
          </Button>
        </Popconfirm>
      </p>
      <ProblemNotice problem={problem ?? remove.problem} />
    </>
  );
}

interface SavedSearchRowProps {
  readonly entry: SavedSearchEntry;
  readonly onDeleted: () => void;
}

/** A saved search: what it waits for, how often its owner hears of it, what answers it now. */
export function SavedSearchRow({ entry, onDeleted }: SavedSearchRowProps) {
  const { t, locale } = useReading();
  const [looking, setLooking] = useState(false);
  const changes = useChanges(entry);
  const last = entry.lastAlertAt
    ? t('saved.lastAlert', { time: timeOf(entry.lastAlertAt, locale) })
    : t('saved.noAlert');
  return (
    <li className="card">
      <p>
        <span className="card-title">{entry.name}</span>{' '}
        {changes.paused && <Mark tone="warn" text={t('saved.paused')} />}
      </p>
      <p className="card-details">
        <SavedSubject entry={entry} /> · {last}
      </p>
      <Steps entry={entry} changes={changes} onDeleted={onDeleted} />
      <details className="fold" onToggle={({ currentTarget }) => setLooking(currentTarget.open)}>
        <summary>{t('saved.answers')}</summary>
        {looking && <SavedAnswers id={entry.id} />}
      </details>
    </li>
  );
}

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
