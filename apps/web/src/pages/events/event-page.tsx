import { Button } from 'antd';
import { Link, useParams } from 'react-router';
import { useQuery } from 'urql';
import { graphql, REGION, type ResultOf } from '../../api/graphql.js';
import { useViewer } from '../../session/viewer.js';
import { day, placeName, span, timeOf, zoneName } from '../../texts/format.js';
import { languageOf, useReading, useTexts } from '../../texts/locale.js';
import { Answer } from '../../ui/answer.js';
import { Facts, MissingPage, PageTitle, Section, usePageHead } from '../../ui/page.js';
import { ClaimStateTag, Mark } from '../../ui/tags.js';
import { OwnPartInEvent } from './co-organizers.js';

export const EVENT_AGENDA = graphql(`
  fragment EventAgenda on MatchmakingEvent {
    agenda {
      title
      starts
      ends
      room
      description
      speakers {
        name
        organization
        role
      }
    }
  }
`);

type Session = ResultOf<typeof EVENT_AGENDA>['agenda'][number];

const speakerOf = ({ name, organization, role }: Session['speakers'][number]): string =>
  [name, role, organization].filter(Boolean).join(' · ');

/** The sessions of an event by the clock of its venue. */
export function EventAgenda({ agenda }: ResultOf<typeof EVENT_AGENDA>) {
  const { locale } = useReading();
  const t = useTexts();
  if (agenda.length === 0) return null;
  return (
    <Section title={t('agenda.title')}>
      <ol className="cards">
        {agenda.map(({ title, starts, ends, room, description, speakers }) => (
          <li key={`${starts} ${title}`} className="card agenda-entry">
            <p className="agenda-time">
              {day(starts, locale)} {starts.slice(11, 16)}–{ends.slice(11, 16)}
            </p>
            <div>
              <p className="card-title" lang={languageOf(title)}>
                {title}
              </p>
              <p className="card-details">{[room, ...speakers.map(speakerOf)].filter(Boolean).join('，')}</p>
              {description && <p className="prose">{description}</p>}
            </div>
          </li>
        ))}
      </ol>
    </Section>
  );
}

const EVENT = graphql(
  `
    query Event($id: ID!) {
      matchmakingEvent(id: $id) {
        id
        kind
        title
        state
        description
        venue
        address
        onlineUrl
        themes
        startsAt
        endsAt
        cancellationReason
        schedule {
          zone
          starts
          ends
        }
        region {
          ...Region
        }
        organizer {
          id
          name
          claimState
        }
        industries {
          code
          name
        }
        halls
        calendarUrl
        registrationClosesAt
        coOrganizers {
          id
          name
        }
        admissions {
          role
          placesLeft
          approvalNeeded
        }
        ...EventAgenda
      }
    }
  `,
  [EVENT_AGENDA, REGION],
);

/** States in which something can still be done. */
const GOOD: readonly string[] = ['REGISTRATION_OPEN', 'RUNNING'];

type Event = NonNullable<ResultOf<typeof EVENT>['matchmakingEvent']>;

function eventData(event: Event): object {
  const { title, description, startsAt, endsAt, venue, address, onlineUrl, state } = event;
  const place = { '@type': 'Place', name: venue ?? event.region?.name, address: address ?? undefined };
  return {
    '@type': 'Event',
    name: title,
    description: description ?? undefined,
    startDate: startsAt,
    endDate: endsAt,
    eventStatus: `https://schema.org/${state === 'CANCELLED' ? 'EventCancelled' : 'EventScheduled'}`,
    location: venue || address ? place : { '@type': 'VirtualLocation', url: onlineUrl ?? undefined },
    organizer: { '@type': 'Organization', name: event.organizer.name },
  };
}

function EventFacts({ event }: { event: Event }) {
  const { t, locale } = useReading();
  const { starts, ends, zone } = event.schedule;
  const where = [placeName(event.region), event.venue, ...event.halls, event.address]
    .filter(Boolean)
    .join(' · ');
  const online = event.onlineUrl && (
    <a href={event.onlineUrl} rel="noreferrer nofollow" target="_blank">
      {t('event.join')}
    </a>
  );
  const organizer = (
    <>
      <Link to={`/organizations/${event.organizer.id}`} lang={languageOf(event.organizer.name)}>
        {event.organizer.name}
      </Link>{' '}
      <ClaimStateTag state={event.organizer.claimState} />
    </>
  );
  const coOrganizers = event.coOrganizers.map(({ name }) => name).join('、');
  const facts = [
    {
      label: t('event.when'),
      value: t('event.inZone', { time: span(starts, ends, locale), zone: zoneName(zone, t) }),
    },
    { label: t('event.where'), value: where || (online ? t('events.online') : t('events.placeOpen')) },
    { label: t('events.online'), value: online },
    { label: t('event.organizer'), value: organizer },
    { label: t('event.coOrganizers'), value: coOrganizers },
    { label: t('event.themes'), value: event.themes.join('、') },
    { label: t('event.industries'), value: event.industries.map(({ name }) => name).join('、') },
  ];
  return <Facts facts={facts} />;
}

const OWN_PLACE = graphql(`
  query OwnPlaceAtEvent($eventId: ID!, $organizationId: ID!, $acts: Boolean!) {
    myEventVisits(eventId: $eventId, first: 1) {
      edges {
        node {
          id
        }
      }
    }
    myEventRegistrations(actingOrganizationId: $organizationId, eventId: $eventId, first: 1)
      @include(if: $acts) {
      edges {
        node {
          id
        }
      }
    }
  }
`);

/** Whether the reader, or the organization that the reader acts for, has registered for an event. */
function useOwnPlace(eventId: string): boolean {
  const { person, acting } = useViewer();
  const [{ data }] = useQuery({
    query: OWN_PLACE,
    variables: { eventId, organizationId: acting?.id ?? '', acts: acting !== null },
    pause: !person,
    requestPolicy: 'cache-and-network',
  });
  if (!person || !data) return false;
  return data.myEventVisits.edges.length + (data.myEventRegistrations?.edges.length ?? 0) > 0;
}

/** Who can register, until when, and a link to register; the reader's own place is shown on the desk. */
function Admission({ event }: { event: Event }) {
  const { t, locale } = useReading();
  const { id, state, admissions, registrationClosesAt, schedule } = event;
  const registered = useOwnPlace(id);
  if (admissions.length === 0) return null;
  const open = state === 'REGISTRATION_OPEN';
  const places = (placesLeft: number | null) => {
    if (placesLeft === null) return t('admission.noLimit');
    return placesLeft === 0 ? t('register.full') : t('register.left', { count: placesLeft });
  };
  return (
    <Section title={t('register.title')}>
      <Facts
        facts={admissions.map(({ role, placesLeft, approvalNeeded }) => ({
          label: t(`participantRole.${role}`),
          value: [places(placesLeft), approvalNeeded && t('register.approval')].filter(Boolean).join(' · '),
        }))}
      />
      {open && registrationClosesAt && (
        <p className="quiet">
          {t('eventSteps.until', { time: timeOf(registrationClosesAt, locale, schedule.zone) })}
        </p>
      )}
      {(open || registered) && (
        <p className="button-row">
          <Link to={`/desk/attending/${id}`}>
            <Button type={registered ? 'default' : 'primary'}>
              {t(registered ? 'register.own' : 'register.title')}
            </Button>
          </Link>
        </p>
      )}
    </Section>
  );
}

function EventTitle({ event }: { event: Event }) {
  const t = useTexts();
  const { kind, state } = event;
  return (
    <PageTitle
      title={event.title}
      above={
        <>
          <Mark tone="strong" text={t(`eventKind.${kind}`)} />{' '}
          {state !== 'PUBLISHED' && (
            <Mark tone={GOOD.includes(state) ? 'good' : 'warn'} text={t(`eventState.${state}`)} />
          )}
        </>
      }
    >
      <Link to="/events">
        <Button>{t('home.allEvents')}</Button>
      </Link>
    </PageTitle>
  );
}

function EventDetails({ event, refresh }: { event: Event; refresh: () => void }) {
  const t = useTexts();
  const { title, description, state } = event;
  usePageHead({
    title,
    description: description ?? title,
    jsonLd: eventData(event),
    unlisted: state === 'DRAFT',
  });
  return (
    <>
      <EventTitle event={event} />
      {state === 'CANCELLED' && (
        <p className="remark">{t('event.cancelled', { reason: event.cancellationReason ?? '' })}</p>
      )}
      <OwnPartInEvent eventId={event.id} onAnswer={refresh} />
      {description && <p className="prose section">{description}</p>}
      <Section title={t('event.about')}>
        <EventFacts event={event} />
        {event.calendarUrl && (
          <p className="button-row">
            <a href={event.calendarUrl}>{t('event.calendar')}</a>
          </p>
        )}
      </Section>
      <Admission event={event} />
      <EventAgenda agenda={event.agenda} />
    </>
  );
}

/** The public page of an event. */
export function EventPage() {
  const { id = '' } = useParams();
  const [{ data, error }, ask] = useQuery({ query: EVENT, variables: { id } });
  if (data && !data.matchmakingEvent) return <MissingPage />;
  return (
    <div className="page">
      <Answer data={data?.matchmakingEvent} error={error} onRetry={() => ask()}>
        {(event) => <EventDetails event={event} refresh={() => ask({ requestPolicy: 'network-only' })} />}
      </Answer>
    </div>
  );
}

export { EventPage as Component };
