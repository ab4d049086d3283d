import { hashToken, isToken } from '@app/identity';
import { encodeGlobalId, LoaderScope } from '@app/kernel';
import { PublicLinks } from '@app/notifications';
import { OrganizationsReader } from '@app/organizations';
import { Injectable } from '@nestjs/common';
import type { MatchmakingEvent } from '../events/matchmaking-event.entity.js';
import { EventState } from '../events/matchmaking-event.enums.js';
import { MatchmakingEventsRepository } from '../events/matchmaking-events.repository.js';
import { RegistrationState } from '../registration/registration.enums.js';
import { CalendarFeedsRepository } from './calendar-feeds.repository.js';
import { type CalendarEntry, calendarText } from './event-calendar.js';

/** Gives what else takes place for a person, such as meetings. */
type PersonalCalendarSource = (userId: string) => Promise<readonly CalendarEntry[]>;

/** What stands in a person's calendar beside events; later libraries register what they know of. */
@Injectable()
export class PersonalCalendarRegistry {
  private readonly sources: PersonalCalendarSource[] = [];

  registerSource(source: PersonalCalendarSource): void {
    this.sources.push(source);
  }

  /** All that the sources know of. */
  async findEntries(userId: string): Promise<CalendarEntry[]> {
    return (await Promise.all(this.sources.map((source) => source(userId)))).flat();
  }
}

const OVER: readonly string[] = [
  RegistrationState.DECLINED,
  RegistrationState.WITHDRAWN,
  RegistrationState.LAPSED,
];

/** Calendars of one event, of an organizer, and of a person. Each is the whole truth of now. */
@Injectable()
export class EventCalendarsService {
  constructor(
    private readonly events: MatchmakingEventsRepository,
    private readonly feeds: CalendarFeedsRepository,
    private readonly personal: PersonalCalendarRegistry,
    private readonly organizations: OrganizationsReader,
    private readonly links: PublicLinks,
  ) {}

  /** The calendar of an announced event, or null when nobody knows of it. */
  async writeEventCalendar(id: string): Promise<string | null> {
    const event = await this.events.findEvent(id);
    return event?.announced ? calendarText(event.title, [this.entryOf(event)]) : null;
  }

  /** The announced events of an organizer, or null when there is none such. */
  async writeOrganizerCalendar(organizationId: string): Promise<string | null> {
    const organizer = await this.organizations.loadOrganization(new LoaderScope(), organizationId);
    if (!organizer) return null;
    const events = await this.feeds.findAnnouncedEvents(organizationId);
    return calendarText(
      organizer.name,
      events.map((event) => this.entryOf(event)),
    );
  }

  /** What the holder of a secret address takes part in, or null when the address is none or was revoked. */
  async writePersonalCalendar(token: string): Promise<string | null> {
    const feed = isToken(token) ? await this.feeds.findFeedByHash(hashToken(token)) : null;
    if (!feed) return null;
    const takenPart = await this.feeds.findRepresentedEvents(feed.userId);
    const own = takenPart.map(({ event, states, version }) => {
      const entry = this.entryOf(event);
      const settled = states.includes(RegistrationState.CONFIRMED);
      return {
        ...entry,
        uid: `registration-${event.id}@lianqiao`,
        sequence: entry.sequence + version,
        cancelled: entry.cancelled || states.every((state) => OVER.includes(state)),
        tentative: !settled,
      };
    });
    return calendarText('链桥', [...own, ...(await this.personal.findEntries(feed.userId))]);
  }

  private entryOf(event: MatchmakingEvent): CalendarEntry {
    const { title, description, zone, startsAt, endsAt, version, createdAt, updatedAt } = event;
    const place = [event.venue, ...event.halls, event.address].filter(Boolean).join(', ');
    return {
      uid: `event-${event.id}@lianqiao`,
      sequence: version,
      title,
      description: event.cancellationReason ?? description,
      location: place || event.onlineUrl,
      url: this.links.linkTo(`/events/${encodeGlobalId('MatchmakingEvent', event.id)}`),
      ...{ zone, startsAt, endsAt, createdAt, updatedAt },
      cancelled: event.decidedState === EventState.CANCELLED,
      tentative: false,
    };
  }
}
