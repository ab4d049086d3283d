import { AuditLog } from '@app/audit';
import type { Viewer } from '@app/identity';
import { Injectable } from '@nestjs/common';
import { EventRecord } from '../events/event-record.js';
import type { MatchmakingEvent } from '../events/matchmaking-event.entity.js';
import { coOrganizerInvited } from '../events/matchmaking-event.events.js';
import { MatchmakingEventsRepository } from '../events/matchmaking-events.repository.js';

/** Writes down who organizes an event with whom: the row, the domain event, the audit entry. */
@Injectable()
export class CoOrganizerRecord {
  constructor(
    private readonly repository: MatchmakingEventsRepository,
    private readonly record: EventRecord,
    private readonly audit: AuditLog,
  ) {}

  /** An event, kept from others. */
  lock(id: string): Promise<MatchmakingEvent | null> {
    return this.repository.lockEvent(id);
  }

  async invited(event: MatchmakingEvent, organizationId: string, viewer: Viewer): Promise<void> {
    await this.record.keep(event, coOrganizerInvited(event, organizationId));
    await this.entry(event, organizationId, viewer, 'CO_ORGANIZER_INVITED');
  }

  async settled(
    event: MatchmakingEvent,
    organizationId: string,
    { viewer, takesPart }: { viewer: Viewer; takesPart: boolean },
  ): Promise<void> {
    await this.record.keep(event);
    await this.entry(event, organizationId, viewer, takesPart ? 'CO_ORGANIZER_JOINED' : 'CO_ORGANIZER_LEFT');
  }

  private entry(
    event: MatchmakingEvent,
    organizationId: string,
    { userId }: Viewer,
    action: string,
  ): Promise<void> {
    const subject = { subjectType: 'MatchmakingEvent', subjectId: event.id };
    return this.audit.record({ actorId: userId, action, ...subject, ids: { organization: organizationId } });
  }
}
