import FullCalendar, { type EventClickInfo } from '@fullcalendar/react';
import dayGrid from '@fullcalendar/react/daygrid';
import list from '@fullcalendar/react/list';
import zhCn from '@fullcalendar/react/locales/zh-cn';
import theme from '@fullcalendar/react/themes/classic';
import '@fullcalendar/react/skeleton.css';
import '@fullcalendar/react/themes/classic/theme.css';
import '@fullcalendar/react/themes/classic/palette.css';
import { useCallback, useMemo, useState } from 'react';
import { useNavigate } from 'react-router';
import { useQuery } from 'urql';
import { type EnumOf, graphql } from '../../api/graphql.js';
import { useReading } from '../../texts/locale.js';
import { ErrorNotice } from '../../ui/answer.js';

const EVENTS_BETWEEN = graphql(`
  query EventsBetween($from: DateTime!, $to: DateTime!, $kinds: [EventKind!]) {
    matchmakingEvents(first: 100, from: $from, to: $to, kinds: $kinds) {
      edges {
        node {
          id
          title
          schedule {
            starts
            ends
          }
        }
      }
    }
  }
`);

/** Days around today that are asked for before the calendar says which it shows. */
const MARGIN_DAYS = 40;
const DAY_MS = 86_400_000;

function around(): { from: string; to: string } {
  const today = Math.floor(Date.now() / DAY_MS) * DAY_MS;
  return {
    from: new Date(today - MARGIN_DAYS * DAY_MS).toISOString(),
    to: new Date(today + MARGIN_DAYS * DAY_MS).toISOString(),
  };
}

/** The calendar begins anew when what it is made of changes: these stay the same. */
const PLUGINS = [dayGrid, list, theme];
const LOCALES = [zhCn];
const TOOLBAR = { start: 'title', end: 'prev,today,next' };
/** On a phone the days that have events, one below the other: a month's cells are too narrow for a title. */
const VIEWS = {
  days: {
    type: 'list',
    duration: { months: 2 },
    displayEventEnd: false,
    listItemEventTitleClass: 'calendar-title',
  },
};
const NARROW = '(max-width: 720px)';

/** Dark enough below white letters. */
const EVENT_COLOR = '#0958d9';

interface ShownDates {
  readonly start: Date;
  readonly end: Date;
}

/** The events between the shown dates, each at the wall time of its venue. */
function useShownEvents(kinds: EnumOf<'EventKind'>[] | null) {
  const [range, setRange] = useState(around);
  const [{ data, error }, ask] = useQuery({ query: EVENTS_BETWEEN, variables: { ...range, kinds } });
  const show = useCallback(({ start, end }: ShownDates) => {
    const next = { from: start.toISOString(), to: end.toISOString() };
    setRange((present) => (present.from === next.from && present.to === next.to ? present : next));
  }, []);
  const events = useMemo(
    () =>
      (data?.matchmakingEvents.edges ?? []).map(({ node }) => ({
        id: node.id,
        title: node.title,
        start: node.schedule.starts,
        end: node.schedule.ends,
        url: `/events/${node.id}`,
      })),
    [data],
  );
  return { events, error, ask, show };
}

/** Events by month. */
export function EventCalendar({ kinds }: { kinds: EnumOf<'EventKind'>[] | null }) {
  const { t, locale } = useReading();
  const navigate = useNavigate();
  const { events, error, ask, show } = useShownEvents(kinds);
  const open = useCallback(
    ({ event, jsEvent }: EventClickInfo) => {
      jsEvent.preventDefault();
      void navigate(`/events/${event.id}`);
    },
    [navigate],
  );
  return (
    <div className="section calendar">
      {error && <ErrorNotice error={error} onRetry={() => ask()} />}
      <FullCalendar
        plugins={PLUGINS}
        views={VIEWS}
        initialView={window.matchMedia(NARROW).matches ? 'days' : 'dayGridMonth'}
        headerToolbar={TOOLBAR}
        todayText={t('events.today')}
        todayHint={t('events.today')}
        noEventsText={t('events.noneShown')}
        eventsHint={t('events.title')}
        locales={LOCALES}
        locale={locale === 'zh' ? 'zh-cn' : 'en'}
        height="auto"
        dayMaxEvents={3}
        eventColor={EVENT_COLOR}
        events={events}
        datesSet={show}
        eventClick={open}
      />
    </div>
  );
}
