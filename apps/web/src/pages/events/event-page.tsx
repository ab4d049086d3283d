import { Button } from 'antd';
import { Link, useParams } from 'react-router';
import { useQuery } from 'urql';
import { MissingPage } from '../../app/missing-page.js';
import { usePageHead } from '../../app/page-head.js';
import { graphql, type ResultOf } from '../../api/graphql.js';
import { placeName, span } from '../../texts/format.js';
import { languageOf, useReading, useTexts } from '../../texts/locale.js';
import { Answer } from '../../ui/answer.js';
import { Facts } from '../../ui/facts.js';
import { PageTitle } from '../../ui/page-title.js';
import { Section } from '../../ui/section.js';
import { Mark } from '../../ui/tags.js';

const EVENT = graphql(`
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
        code
        name
        parent {
          code
          name
        }
      }
      organizer {
        id
        name
      }
      industries {
        code
        name
      }
    }
  }
`);

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
  const where = [placeName(event.region), event.venue, event.address].filter(Boolean).join(' · ');
  const online = event.onlineUrl && (
    <a href={event.onlineUrl} rel="noreferrer nofollow" target="_blank">
      {t('event.join')}
    </a>
  );
  const organizer = (
    <Link to={`/organizations/${event.organizer.id}`} lang={languageOf(event.organizer.name)}>
      {event.organizer.name}
    </Link>
  );
  const facts = [
    { label: t('event.when'), value: `${span(starts, ends, locale)}（${t('event.zone', { zone })}）` },
    { label: t('event.where'), value: where || (online ? t('events.online') : t('events.placeOpen')) },
    { label: t('events.online'), value: online },
    { label: t('event.organizer'), value: organizer },
    { label: t('event.themes'), value: event.themes.join('、') },
    { label: t('event.industries'), value: event.industries.map(({ name }) => name).join('、') },
  ];
  return <Facts facts={facts} />;
}

function EventDetails({ event }: { event: Event }) {
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
      <PageTitle
        title={title}
        above={
          <>
            <Mark tone="strong" text={t(`eventKind.${event.kind}`)} />{' '}
            {state !== 'PUBLISHED' && <Mark tone="warn" text={t(`eventState.${state}`)} />}
          </>
        }
      >
        <Link to="/events">
          <Button>{t('home.allEvents')}</Button>
        </Link>
      </PageTitle>
      {state === 'CANCELLED' && (
        <p className="remark">{t('event.cancelled', { reason: event.cancellationReason ?? '' })}</p>
      )}
      <Section title={t('event.when')}>
        <EventFacts event={event} />
      </Section>
      {description && <p className="prose section">{description}</p>}
    </>
  );
}

/** An event: when, where, by whom, about what. */
export function EventPage() {
  const { id = '' } = useParams();
  const [{ data, error }, ask] = useQuery({ query: EVENT, variables: { id } });
  if (data && !data.matchmakingEvent) return <MissingPage />;
  return (
    <div className="page">
      <Answer data={data?.matchmakingEvent} error={error} onRetry={() => ask()}>
        {(event) => <EventDetails event={event} />}
      </Answer>
    </div>
  );
}

export { EventPage as Component };
