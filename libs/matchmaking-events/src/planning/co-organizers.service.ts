import { AuditLog } from '@app/audit';
import { Transactions } from '@app/database';
import type { Viewer } from '@app/identity';
import { BadInputError, Clock, ForbiddenError, LoaderScope, NotFoundError } from '@app/kernel';
import { OrganizationsReader, QuotaAction, UnverifiedLimits } from '@app/organizations';
import { Injectable } from '@nestjs/common';
import type { MatchmakingEvent } from '../events/matchmaking-event.entity.js';
import { isClosed } from '../events/matchmaking-event.enums.js';
import { EventStateError } from '../events/matchmaking-event.errors.js';
import { coOrganizerInvited } from '../events/matchmaking-event.events.js';
import { maySeeEvent } from '../events/matchmaking-event.policy.js';
import { MatchmakingEventsRepository } from '../events/matchmaking-events.repository.js';
import { type OwnEvent, OwnEventsService } from '../events/own-events.service.js';
import {
  AnswerCoOrganizerInvitationPayload,
  type AnswerCoOrganizerInvitationResult,
  CoOrganizerNotInvitedError,
  InviteCoOrganizerPayload,
  type InviteCoOrganizerResult,
  RemoveCoOrganizerPayload,
  type RemoveCoOrganizerResult,
} from './co-organizers.graphql.js';

/** Organizing an event together: the first organizer invites, the invited organization answers, either side ends it. */
@Injectable()
export class CoOrganizersService {
  constructor(
    private readonly transactions: Transactions,
    private readonly own: OwnEventsService,
    private readonly repository: MatchmakingEventsRepository,
    private readonly organizations: OrganizationsReader,
    private readonly unverified: UnverifiedLimits,
    private readonly audit: AuditLog,
    private readonly clock: Clock,
  ) {}

  /** Invites an organization; inviting it again, or a co-organizer, changes nothing. */
  inviteCoOrganizer(viewer: Viewer, which: OwnEvent, invitedId: string): Promise<InviteCoOrganizerResult> {
    return this.transactions.run(async () => {
      const event = await this.own.lockEventAsHead(viewer, which);
      const state = event.stateAt(this.clock.now());
      if (isClosed(state)) return new EventStateError(state);
      if (invitedId === event.organizationId)
        throw new BadInputError('ORGANIZER_CANNOT_JOIN_ITSELF', {}, ['input.organizationId']);
      if (!(await this.organizations.loadOrganization(new LoaderScope(), invitedId)))
        throw new NotFoundError();
      const known = [...event.coOrganizerIds, ...event.invitedCoOrganizerIds].includes(invitedId);
      if (!known) {
        await this.unverified.useQuota(event.organizationId, QuotaAction.INVITE_ORGANIZATION);
        event.inviteCoOrganizer(invitedId, this.clock.now());
        await this.own.saveEvent(event, coOrganizerInvited(event, invitedId));
        await this.recordStep(event, invitedId, viewer, 'CO_ORGANIZER_INVITED');
      }
      return new InviteCoOrganizerPayload(event);
    });
  }

  /** Accepts or declines for an invited organization; accepting twice changes nothing. */
  answerInvitation(
    viewer: Viewer,
    { id, organizationId }: OwnEvent,
    accept: boolean,
  ): Promise<AnswerCoOrganizerInvitationResult> {
    return this.transactions.run(async () => {
      const event = await this.repository.lockEvent(id);
      if (!event || !maySeeEvent(viewer, event)) throw new NotFoundError();
      if (!viewer.canEdit(organizationId)) throw new ForbiddenError();
      const state = event.stateAt(this.clock.now());
      if (isClosed(state)) return new EventStateError(state);
      if (accept && event.coOrganizerIds.includes(organizationId))
        return new AnswerCoOrganizerInvitationPayload(event);
      if (!event.invitedCoOrganizerIds.includes(organizationId)) return new CoOrganizerNotInvitedError();
      await this.settle(event, organizationId, { viewer, takesPart: accept });
      return new AnswerCoOrganizerInvitationPayload(event);
    });
  }

  /** Removes a co-organizer or takes an invitation back; without either it changes nothing. */
  removeCoOrganizer(viewer: Viewer, which: OwnEvent, leavingId: string): Promise<RemoveCoOrganizerResult> {
    return this.transactions.run(async () => {
      const leaves = which.organizationId === leavingId && viewer.canEdit(leavingId);
      const event = leaves
        ? await this.own.lockEvent(viewer, which)
        : await this.own.lockEventAsHead(viewer, which);
      const state = event.stateAt(this.clock.now());
      if (isClosed(state)) return new EventStateError(state);
      if ([...event.coOrganizerIds, ...event.invitedCoOrganizerIds].includes(leavingId))
        await this.settle(event, leavingId, { viewer, takesPart: false });
      return new RemoveCoOrganizerPayload(event);
    });
  }

  private async settle(
    event: MatchmakingEvent,
    organizationId: string,
    { viewer, takesPart }: { viewer: Viewer; takesPart: boolean },
  ): Promise<void> {
    event.settleCoOrganizer(organizationId, takesPart, this.clock.now());
    await this.own.saveEvent(event);
    const action = takesPart ? 'CO_ORGANIZER_JOINED' : 'CO_ORGANIZER_LEFT';
    await this.recordStep(event, organizationId, viewer, action);
  }

  private recordStep(
    event: MatchmakingEvent,
    organizationId: string,
    { userId }: Viewer,
    action: string,
  ): Promise<void> {
    const subject = { subjectType: 'MatchmakingEvent', subjectId: event.id };
    return this.audit.record({ actorId: userId, action, ...subject, ids: { organization: organizationId } });
  }
}
