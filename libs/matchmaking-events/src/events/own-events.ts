import type { Viewer } from '@app/identity';
import { NotFoundError } from '@app/kernel';
import { Injectable } from '@nestjs/common';
import type { MatchmakingEvent } from './matchmaking-event.entity.js';
import { allowEditingEvent, allowHeadingEvent } from './matchmaking-event.policy.js';
import { MatchmakingEventsRepository } from './matchmaking-events.repository.js';

/** An event and the organization that the caller acts for. */
export interface OwnEvent {
  readonly id: string;
  readonly organizationId: string;
}

/** Finds the event that somebody is about to change, and keeps it from others until the transaction ends. */
@Injectable()
export class OwnEventsService {
  constructor(private readonly repository: MatchmakingEventsRepository) {}

  /** For owners and editors of organizer and co-organizers. */
  async lockEvent(viewer: Viewer, { id, organizationId }: OwnEvent): Promise<MatchmakingEvent> {
    return allowed(viewer, await this.present(id), organizationId);
  }

  /** The same for those who change what belongs to the event and not the event: others may do so at once. */
  async shareEvent(viewer: Viewer, { id, organizationId }: OwnEvent): Promise<MatchmakingEvent> {
    const event = await this.repository.shareEvent(id);
    if (!event) throw new NotFoundError();
    return allowed(viewer, event, organizationId);
  }

  /** For owners and editors of the first organizer. */
  async lockEventAsHead(viewer: Viewer, { id, organizationId }: OwnEvent): Promise<MatchmakingEvent> {
    const event = await this.present(id);
    allowHeadingEvent(viewer, event);
    if (event.organizationId !== organizationId) throw new NotFoundError();
    return event;
  }

  private async present(id: string): Promise<MatchmakingEvent> {
    const event = await this.repository.lockEvent(id);
    if (!event) throw new NotFoundError();
    return event;
  }
}

function allowed(viewer: Viewer, event: MatchmakingEvent, organizationId: string): MatchmakingEvent {
  allowEditingEvent(viewer, event);
  if (!event.organizedBy(organizationId) || !viewer.canEdit(organizationId)) throw new NotFoundError();
  return event;
}
