import { LoaderScope, type LocalizedText } from '@app/kernel';
import {
  type EventRegistration,
  EventRegistrationsReader,
  type MatchmakingEvent,
  MatchmakingEventsReader,
} from '@app/matchmaking-events';
import { OrganizationsLoader } from '@app/organizations';
import { Injectable } from '@nestjs/common';
import { DateTime } from 'luxon';
import { MeetingGridsRepository } from '../booking/meeting-grids.repository.js';
import { MeetingRequestsRepository } from '../booking/meeting-requests.repository.js';
import { MeetingsRepository } from '../booking/meetings.repository.js';

/** A side of a meeting with what it is to be told: with whom, when by the clock of the venue, where. */
export interface ToldSide {
  readonly registrationId: string;
  readonly event: MatchmakingEvent;
  readonly other: LocalizedText;
  readonly starts: string;
  readonly table: string;
}

/** Reads what is told of meetings, for the platform itself: nothing here asks who is looking. */
@Injectable()
export class MeetingNoticeReader {
  constructor(
    readonly meetings: MeetingsRepository,
    readonly requests: MeetingRequestsRepository,
    readonly events: MatchmakingEventsReader,
    private readonly registrations: EventRegistrationsReader,
    private readonly grids: MeetingGridsRepository,
    private readonly organizations: OrganizationsLoader,
  ) {}

  /** What each of two is told of something between them in a slot; none when the event is over for good. */
  async sides(
    eventId: string,
    registrationIds: readonly [string, string],
    place: { slotId: string; tableId?: string },
  ): Promise<ToldSide[]> {
    const event = await this.events.findEvent(eventId);
    const [slot] = await this.grids.slotsByKey([place.slotId]);
    const [table] = place.tableId ? await this.grids.tablesByKey([place.tableId]) : [];
    if (!event || event.cancelledAt || !slot) return [];
    const found = await this.registrations.findRegistrations(registrationIds);
    const names = new Map<string, LocalizedText>();
    for (const registration of found) names.set(registration.id, await this.nameOf(registration));
    const starts = DateTime.fromJSDate(slot.startsAt, { zone: event.zone }).toFormat('yyyy-MM-dd HH:mm');
    return registrationIds.flatMap((registrationId, i) => {
      const other = names.get(registrationIds[1 - i]!);
      return other ? [{ registrationId, event, other, starts, table: table?.label ?? '' }] : [];
    });
  }

  private async nameOf({ organizationId, companyName }: EventRegistration): Promise<LocalizedText> {
    const organization = organizationId && (await this.organizations.load(new LoaderScope(), organizationId));
    const name = organization ? organization.name : (companyName ?? '');
    return { zh: name, en: (organization ? organization.nameEn : null) ?? name };
  }
}
