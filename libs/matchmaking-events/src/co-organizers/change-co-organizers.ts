import { Transactions } from '@app/database';
import type { Viewer } from '@app/identity';
import { BadInputError, Clock, ForbiddenError, LoaderScope, NotFoundError } from '@app/kernel';
import { OrganizationsLoader, QuotaAction, UnverifiedLimits } from '@app/organizations';
import { Injectable } from '@nestjs/common';
import { isClosed } from '../events/matchmaking-event.enums.js';
import { EventStateError } from '../events/matchmaking-event.errors.js';
import { maySeeEvent } from '../events/matchmaking-event.policy.js';
import { type OwnEvent, OwnEventsService } from '../events/own-events.js';
import { CoOrganizerRecord } from './co-organizer-record.js';
import {
  AnswerCoOrganizerInvitationPayload,
  type AnswerCoOrganizerInvitationResult,
  CoOrganizerNotInvitedError,
  InviteCoOrganizerPayload,
  type InviteCoOrganizerResult,
  RemoveCoOrganizerPayload,
  type RemoveCoOrganizerResult,
} from './co-organizer.results.js';

/** With whom an event is organized: the first organizer asks, who was asked answers, either side ends it. */
@Injectable()
export class ChangeCoOrganizers {
  constructor(
    private readonly transactions: Transactions,
    private readonly own: OwnEventsService,
    private readonly record: CoOrganizerRecord,
    private readonly organizations: OrganizationsLoader,
    private readonly unverified: UnverifiedLimits,
    private readonly clock: Clock,
  ) {}

  /** Asks an organization; whoever was asked already or takes part stays so. */
  invite(viewer: Viewer, which: OwnEvent, invitedId: string): Promise<InviteCoOrganizerResult> {
    return this.transactions.run(async () => {
      const event = await this.own.lockEventAsHead(viewer, which);
      const state = event.stateAt(this.clock.now());
      if (isClosed(state)) return new EventStateError(state);
      if (invitedId === event.organizationId)
        throw new BadInputError('ORGANIZER_CANNOT_JOIN_ITSELF', {}, ['input.organizationId']);
      if (!(await this.organizations.load(new LoaderScope(), invitedId))) throw new NotFoundError();
      const known = [...event.coOrganizerIds, ...event.invitedCoOrganizerIds].includes(invitedId);
      if (!known) {
        await this.unverified.useQuota(event.organizationId, QuotaAction.INVITE_ORGANIZATION);
        event.inviteCoOrganizer(invitedId, this.clock.now());
        await this.record.invited(event, invitedId, viewer);
      }
      return new InviteCoOrganizerPayload(event);
    });
  }

  /** Says yes or no for an organization that was asked; a yes said twice is one. */
  answer(
    viewer: Viewer,
    { id, organizationId }: OwnEvent,
    accept: boolean,
  ): Promise<AnswerCoOrganizerInvitationResult> {
    return this.transactions.run(async () => {
      const event = await this.record.lock(id);
      if (!event || !maySeeEvent(viewer, event)) throw new NotFoundError();
      if (!viewer.canEdit(organizationId)) throw new ForbiddenError();
      const state = event.stateAt(this.clock.now());
      if (isClosed(state)) return new EventStateError(state);
      if (accept && event.coOrganizerIds.includes(organizationId))
        return new AnswerCoOrganizerInvitationPayload(event);
      if (!event.invitedCoOrganizerIds.includes(organizationId)) return new CoOrganizerNotInvitedError();
      event.settleCoOrganizer(organizationId, accept, this.clock.now());
      await this.record.settled(event, organizationId, { viewer, takesPart: accept });
      return new AnswerCoOrganizerInvitationPayload(event);
    });
  }

  /** Ends the part of an organization, or takes back that it was asked; whoever has no part stays so. */
  remove(viewer: Viewer, which: OwnEvent, leavingId: string): Promise<RemoveCoOrganizerResult> {
    return this.transactions.run(async () => {
      const leaves = which.organizationId === leavingId && viewer.canEdit(leavingId);
      const event = leaves
        ? await this.own.lockEvent(viewer, which)
        : await this.own.lockEventAsHead(viewer, which);
      const state = event.stateAt(this.clock.now());
      if (isClosed(state)) return new EventStateError(state);
      if ([...event.coOrganizerIds, ...event.invitedCoOrganizerIds].includes(leavingId)) {
        event.settleCoOrganizer(leavingId, false, this.clock.now());
        await this.record.settled(event, leavingId, { viewer, takesPart: false });
      }
      return new RemoveCoOrganizerPayload(event);
    });
  }
}
