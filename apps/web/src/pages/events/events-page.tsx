import { Button } from 'antd';
import { lazy, Suspense, useState, useSyncExternalStore } from 'react';
import { Link, useSearchParams } from 'react-router';
import { useQuery } from 'urql';
import { PageTitle, usePageHead } from '../../ui/page.js';
import { type EnumOf, graphql } from '../../api/graphql.js';
import { startOfToday } from '../../texts/format.js';
import { useTexts } from '../../texts/locale.js';
import { Answer, EmptyState, Loading } from '../../ui/answer.js';
import { EVENT_CARD, EventCard } from './event-card.js';

const EVENTS = graphql(
  `
    query Events($first: Int!, $kinds: [EventKind!], $from: DateTime!) {
      matchmakingEvents(first: $first, kinds: $kinds, from: $from) {
        edges {
          node {
            ...EventCard
          }
        }
        pageInfo {
          hasNextPage
        }
      }
    }
  `,
  [EVENT_CARD],
);

const EventCalendar = lazy(() =>
  import('./event-calendar.js').then((module) => ({ default: module.EventCalendar })),
);

const KINDS: readonly EnumOf<'EventKind'>[] = ['DOCKING_SESSION', 'TRADE_FAIR', 'FORUM', 'TRAINING'];
const STEP = 20;
const MOST = 100;

function addressOf(kind: string | undefined, calendar: boolean): string {
  const parameters = new URLSearchParams({
    ...(kind ? { kind } : {}),
    ...(calendar ? { view: 'calendar' } : {}),
  });
  return `/events${parameters.size > 0 ? `?${parameters.toString()}` : ''}`;
}

function Switches({ kind, calendar }: { kind: EnumOf<'EventKind'> | undefined; calendar: boolean }) {
  const t = useTexts();
  const current = (on: boolean) => (on ? 'page' : undefined);
  return (
    <div className="event-switches">
      <nav className="index-tabs" aria-label={t('events.kinds')}>
        <Link to={addressOf(undefined, calendar)} aria-current={current(!kind)}>
          {t('events.all')}
        </Link>
        {KINDS.map((entry) => (
          <Link key={entry} to={addressOf(entry, calendar)} aria-current={current(entry === kind)}>
            {t(`eventKind.${entry}`)}
          </Link>
        ))}
      </nav>
      <nav className="index-tabs" aria-label={t('events.view')}>
        <Link to={addressOf(kind, false)} aria-current={current(!calendar)}>
          {t('events.asList')}
        </Link>
        <Link to={addressOf(kind, true)} aria-current={current(calendar)}>
          {t('events.asCalendar')}
        </Link>
      </nav>
    </div>
  );
}

function EventList({ kinds }: { kinds: EnumOf<'EventKind'>[] | null }) {
  const t = useTexts();
  const [first, setFirst] = useState(STEP);
  const [{ data, error, fetching }, ask] = useQuery({
    query: EVENTS,
    variables: { first, kinds, from: startOfToday() },
  });
  return (
    <Answer data={data?.matchmakingEvents} error={error} shape="card" onRetry={() => ask()}>
      {({ edges, pageInfo }) =>
        edges.length === 0 ? (
          <EmptyState title={t('events.none.title')} text={t('events.none.text')} />
        ) : (
          <>
            <ul className="cards section">
              {edges.map(({ node }) => (
                <EventCard key={node.id} event={node} />
              ))}
            </ul>
            {pageInfo.hasNextPage && first < MOST && (
              <Button loading={fetching} onClick={() => setFirst(first + STEP)}>
                {t('action.more')}
              </Button>
            )}
          </>
        )
      }
    </Answer>
  );
}

const never = () => () => undefined;

/** Whether the page lives in a browser by now: what only browsers can draw waits for that, and the server is not asked for it. */
const useInBrowser = (): boolean =>
  useSyncExternalStore(
    never,
    () => true,
    () => false,
  );

function Calendar({ kinds }: { kinds: EnumOf<'EventKind'>[] | null }) {
  const waiting = <Loading shape="card" />;
  if (!useInBrowser()) return waiting;
  return (
    <Suspense fallback={waiting}>
      <EventCalendar kinds={kinds} />
    </Suspense>
  );
}

/** Upcoming events as a list or a calendar. */
export function EventsPage() {
  const t = useTexts();
  const [parameters] = useSearchParams();
  const kind = KINDS.find((entry) => entry === parameters.get('kind'));
  const calendar = parameters.get('view') === 'calendar';
  usePageHead({ title: t('events.title'), description: t('events.lead') });
  const kinds = kind ? [kind] : null;
  return (
    <div className="page">
      <PageTitle title={t('events.title')} lead={t('events.lead')} />
      <Switches kind={kind} calendar={calendar} />
      {calendar ? <Calendar kinds={kinds} /> : <EventList key={kind ?? ''} kinds={kinds} />}
    </div>
  );
}

export { EventsPage as Component };
