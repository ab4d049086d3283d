import { Button } from 'antd';
import { useEffect, useState } from 'react';
import { Link } from 'react-router';
import { useQuery } from 'urql';
import { useAction } from '../api/use-action.js';
import { SignedIn } from '../session/desk-frame.js';
import { timeOf } from '../texts/format.js';
import { useReading, useTexts } from '../texts/locale.js';
import { Answer, EmptyState, ProblemNotice } from '../ui/answer.js';
import { PageTitle, usePageHead } from '../ui/page.js';
import { Mark } from '../ui/tags.js';
import { useLiveNotifications } from './live-notifications.js';
import { NotificationPreferences } from './notification-preferences.js';
import { MARK_READ, type NotificationEntry, NOTIFICATIONS } from './notifications.query.js';
import { placeOf } from './open-target.js';

const STEP = 20;
const MOST = 100;

function Entry({ entry, read }: { entry: NotificationEntry; read: boolean }) {
  const { t, locale } = useReading();
  const { title, text, targetId, createdAt } = entry;
  return (
    <li className="card">
      <p>
        {targetId ? (
          <Link className="card-title" to={placeOf(targetId)}>
            {title}
          </Link>
        ) : (
          <span className="card-title">{title}</span>
        )}{' '}
        {!read && <Mark tone="strong" text={t('notifications.new')} />}
      </p>
      <p>{text}</p>
      <p className="card-details">{timeOf(createdAt, locale)}</p>
    </li>
  );
}

/** Marks all as read at once and takes it back when the server does not. */
function useReadAll(newest: string | undefined, onDone: () => void) {
  const mark = useAction(MARK_READ);
  const [upTo, setUpTo] = useState<string>();
  const readAll = async () => {
    if (!newest) return;
    setUpTo(newest);
    if (await mark.run({ input: { upToId: newest } })) onDone();
    else setUpTo(undefined);
  };
  return { readAll, optimistic: upTo !== undefined && upTo === newest, problem: mark.problem };
}

interface ListProps {
  readonly entries: readonly NotificationEntry[];
  readonly onRead: () => void;
}

function NotificationList({ entries, onRead }: ListProps) {
  const t = useTexts();
  const { readAll, optimistic, problem } = useReadAll(entries[0]?.id, onRead);
  if (entries.length === 0)
    return <EmptyState title={t('notifications.none')} text={t('notifications.noneText')} />;
  const isRead = ({ readAt }: NotificationEntry) => optimistic || readAt !== null;
  return (
    <>
      <ProblemNotice problem={problem} />
      <p className="button-row">
        <Button disabled={entries.every(isRead)} onClick={() => void readAll()}>
          {t('notifications.readAll')}
        </Button>
      </p>
      <ul className="cards section">
        {entries.map((entry) => (
          <Entry key={entry.id} entry={entry} read={isRead(entry)} />
        ))}
      </ul>
    </>
  );
}

function Notifications() {
  const t = useTexts();
  const { arrived, refresh: recount } = useLiveNotifications();
  const [first, setFirst] = useState(STEP);
  const [{ data, error }, ask] = useQuery({
    query: NOTIFICATIONS,
    variables: { first },
    requestPolicy: 'cache-and-network',
  });
  const refresh = () => ask({ requestPolicy: 'network-only' });
  useEffect(() => {
    if (arrived > 0) ask({ requestPolicy: 'network-only' });
  }, [arrived, ask]);
  const onRead = () => {
    refresh();
    recount();
  };
  return (
    <Answer data={data?.me?.notifications} error={error} onRetry={refresh} shape="card">
      {({ edges, pageInfo }) => (
        <>
          <NotificationList entries={edges.map(({ node }) => node)} onRead={onRead} />
          {pageInfo.hasNextPage && first < MOST && (
            <Button onClick={() => setFirst(first + STEP)}>{t('action.more')}</Button>
          )}
          <NotificationPreferences />
        </>
      )}
    </Answer>
  );
}

/** What the person was told, and by which ways they want to be told. */
export function NotificationsPage() {
  const t = useTexts();
  usePageHead({ title: t('notifications.title'), unlisted: true });
  return (
    <div className="page page-form">
      <PageTitle title={t('notifications.title')} above={<Link to="/desk">← {t('desk.title')}</Link>} />
      <SignedIn>
        <Notifications />
      </SignedIn>
    </div>
  );
}

export { NotificationsPage as Component };
