import { ClientMutations, DomainEvents } from '@app/database';
import type { Viewer } from '@app/identity';
import { Clock, newId, NotFoundError, UnauthenticatedError } from '@app/kernel';
import { Injectable } from '@nestjs/common';
import { EventConcepts } from './event-concepts.js';
import { type EventTerms, MatchmakingEvent } from './matchmaking-event.entity.js';
import { matchmakingEventChanged } from './matchmaking-event.events.js';
import { allowOrganizing } from './matchmaking-event.policy.js';
import {
  CreateMatchmakingEventPayload,
  type CreateMatchmakingEventResult,
} from './matchmaking-event.results.js';
import { MatchmakingEventsRepository } from './matchmaking-events.repository.js';

/** What an organizer drafts, for whom, and the key of a retry. */
export interface EventDraft {
  readonly organizationId: string;
  readonly terms: EventTerms;
  readonly clientMutationId?: string | null;
}

/** An editor drafts an event of the organization. */
@Injectable()
export class CreateMatchmakingEvent {
  constructor(
    private readonly repository: MatchmakingEventsRepository,
    private readonly concepts: EventConcepts,
    private readonly clientMutations: ClientMutations,
    private readonly events: DomainEvents,
    private readonly clock: Clock,
  ) {}

  async createEvent(viewer: Viewer, draft: EventDraft): Promise<CreateMatchmakingEventResult> {
    if (!viewer.userId) throw new UnauthenticatedError();
    allowOrganizing(viewer, draft.organizationId);
    const { clientMutationId } = draft;
    const key = { actorId: viewer.userId, operation: 'createMatchmakingEvent', clientMutationId };
    const { id } = await this.clientMutations.once(key, () => this.add(draft));
    const event = await this.repository.findEvent(id);
    if (!event || event.organizationId !== draft.organizationId) throw new NotFoundError();
    return new CreateMatchmakingEventPayload(event);
  }

  private async add({ organizationId, terms }: EventDraft): Promise<string> {
    const now = this.clock.now();
    const event = MatchmakingEvent.draft(newId(), organizationId, now);
    event.describe(terms, now);
    event.classify(this.concepts.found(event));
    await this.repository.insertEvent(event);
    await this.events.record(matchmakingEventChanged(event));
    return event.id;
  }
}
