import type { ReactNode } from 'react';
import { NavLink, useParams } from 'react-router';
import { useQuery } from 'urql';
import { graphql, type ResultOf } from '../../../api/graphql.js';
import { span, zoneName } from '../../../texts/format.js';
import { useReading, useTexts } from '../../../texts/locale.js';
import type { TextKey } from '../../../texts/texts.js';
import { Answer, EmptyState } from '../../../ui/answer.js';
import { Mark } from '../../../ui/tags.js';
import { DeskFrame } from '../../../session/desk-frame.js';

const DESK_EVENT = graphql(`
  query DeskEvent($id: ID!) {
    matchmakingEvent(id: $id) {
      id
      title
      kind
      state
      version
      startsAt
      endsAt
      registrationOpenedAt
      registrationClosesAt
      schedule {
        zone
        starts
        ends
      }
      organizer {
        id
      }
    }
  }
`);

/** An event as those who organize it have it on their desk. */
export type DeskEvent = NonNullable<ResultOf<typeof DESK_EVENT>['matchmakingEvent']>;

/** The data that each page of an event's desk receives. */
export interface EventDeskProps {
  readonly event: DeskEvent;
  /** For which the organizer acts. */
  readonly organizationId: string;
  readonly refresh: () => void;
}

const PARTS: readonly { to: string; text: TextKey }[] = [
  { to: '', text: 'eventDesk.basics' },
  { to: '/partners', text: 'partner.title' },
  { to: '/agenda', text: 'eventDesk.agenda' },
  { to: '/admission', text: 'eventDesk.admission' },
  { to: '/grid', text: 'eventDesk.grid' },
  { to: '/registrations', text: 'eventDesk.registrations' },
  { to: '/meetings', text: 'eventDesk.meetings' },
  { to: '/queues', text: 'eventDesk.queues' },
  { to: '/collections', text: 'eventDesk.collections' },
  { to: '/stage', text: 'eventDesk.stage' },
  { to: '/report', text: 'eventDesk.report' },
];

function EventParts({ id }: { id: string }) {
  const t = useTexts();
  return (
    <nav className="index-tabs" aria-label={t('eventDesk.parts')}>
      {PARTS.map(({ to, text }) => (
        <NavLink key={to} to={`/desk/events/${id}${to}`} end>
          {t(text)}
        </NavLink>
      ))}
    </nav>
  );
}

function EventLine({ event }: { event: DeskEvent }) {
  const { t, locale } = useReading();
  const { starts, ends, zone } = event.schedule;
  const open =
    event.state === 'PUBLISHED' || event.state === 'REGISTRATION_OPEN' || event.state === 'RUNNING';
  return (
    <p className="event-line">
      <Mark tone={open ? 'good' : 'plain'} text={t(`eventState.${event.state}`)} />
      <span>{t('event.inZone', { time: span(starts, ends, locale), zone: zoneName(zone, t) })}</span>
      <NavLink to={`/events/${event.id}`}>{t('profile.public')}</NavLink>
      <NavLink to={`/desk/check-in/${event.id}`} reloadDocument>
        {t('checkIn.title')}
      </NavLink>
    </p>
  );
}

/** The frame of an event's desk pages: title, status, links to the other pages. */
export function EventDeskFrame({ children }: { children: (props: EventDeskProps) => ReactNode }) {
  const t = useTexts();
  const { id = '' } = useParams();
  const [{ data, error }, ask] = useQuery({
    query: DESK_EVENT,
    variables: { id },
    requestPolicy: 'cache-and-network',
  });
  const refresh = () => ask({ requestPolicy: 'network-only' });
  const event = data?.matchmakingEvent;
  return (
    <DeskFrame title={event?.title ?? t('desk.events')}>
      {(organization) =>
        data && !event ? (
          <EmptyState title={t('eventDesk.none')} text={t('eventDesk.noneText')} />
        ) : (
          <Answer data={event} error={error} onRetry={refresh}>
            {(loaded) => (
              <div className="event-desk">
                <EventLine event={loaded} />
                <EventParts id={loaded.id} />
                {children({ event: loaded, organizationId: organization.id, refresh })}
              </div>
            )}
          </Answer>
        )
      }
    </DeskFrame>
  );
}
