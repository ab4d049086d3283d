import { Link } from 'react-router';
import { graphql, type ResultOf } from '../../api/graphql.js';
import { span } from '../../texts/format.js';
import { languageOf, useReading } from '../../texts/locale.js';
import type { Translate } from '../../texts/texts.js';
import { ClaimStateTag, Mark } from '../../ui/tags.js';

/** An event among others. */
export const EVENT_CARD = graphql(`
  fragment EventCard on MatchmakingEvent {
    id
    kind
    title
    state
    venue
    onlineUrl
    startsAt
    schedule {
      zone
      starts
      ends
    }
    region {
      code
      name
    }
    organizer {
      id
      name
      claimState
    }
  }
`);

export type EventCardData = ResultOf<typeof EVENT_CARD>;

/** Where an event is, in a line. */
export function whereOf(event: Pick<EventCardData, 'region' | 'venue' | 'onlineUrl'>, t: Translate): string {
  const place = [event.region?.name, event.venue].filter(Boolean).join(' · ');
  return place || t(event.onlineUrl ? 'events.online' : 'events.placeOpen');
}

export function EventCard({ event }: { event: EventCardData }) {
  const { t, locale } = useReading();
  const { starts, ends } = event.schedule;
  return (
    <li className="card">
      <p className="card-above">
        <Mark tone="strong" text={t(`eventKind.${event.kind}`)} />
        <ClaimStateTag state={event.organizer.claimState} />
        {event.state === 'CANCELLED' && <Mark tone="warn" text={t('eventState.CANCELLED')} />}
      </p>
      <Link className="card-title" to={`/events/${event.id}`} lang={languageOf(event.title)}>
        {event.title}
      </Link>
      <p className="card-details">
        {span(starts, ends, locale)} · {whereOf(event, t)} · {event.organizer.name}
      </p>
    </li>
  );
}
