import { ClientMutations } from '@app/database';
import type { Viewer } from '@app/identity';
import { Clock, newId, NotFoundError, type Outcome, UnauthenticatedError } from '@app/kernel';
import { Injectable } from '@nestjs/common';
import { EventState, isClosed } from '../events/matchmaking-event.enums.js';
import { EventStateError } from '../events/matchmaking-event.errors.js';
import { type OwnEvent, OwnEventsService } from '../events/own-events.js';
import { type ParticipantRole, RegistrationState } from '../registration/registration.enums.js';
import { RoleNotAdmittedError } from '../registration/registration.errors.js';
import { EventRegistration } from '../registration/event-registration.entity.js';
import { EventFullError, RegisterWalkInPayload, type RegisterWalkInResult } from './check-in.type.js';
import { DoorBook } from './door-book.js';

/** Somebody at the door without a registration. */
export interface WalkIn extends OwnEvent {
  readonly role: ParticipantRole;
  readonly companyName: string;
  readonly name: string;
  readonly jobTitle: string | null;
  readonly device: string;
  readonly evenIfFull: boolean;
  readonly clientMutationId?: string | null;
}

/** Undoes the transaction for an outcome that the caller is told of. */
class NotTaken extends Error {
  constructor(readonly outcome: Outcome & RegisterWalkInResult) {
    super(outcome.code);
  }
}

/** Organizers let somebody in who comes without a registration: registered, confirmed and seen at once. */
@Injectable()
export class RegisterWalkIn {
  constructor(
    private readonly own: OwnEventsService,
    private readonly book: DoorBook,
    private readonly clientMutations: ClientMutations,
    private readonly clock: Clock,
  ) {}

  /** Lets them in once for each key, against the capacity of the role unless it is said otherwise. */
  async registerWalkIn(viewer: Viewer, walkIn: WalkIn): Promise<RegisterWalkInResult> {
    if (!viewer.userId) throw new UnauthenticatedError();
    const { clientMutationId } = walkIn;
    const key = { actorId: viewer.userId, operation: 'registerWalkIn', clientMutationId };
    try {
      const { id } = await this.clientMutations.once(key, () => this.letIn(viewer, walkIn));
      const registration = await this.book.find(id);
      if (registration?.eventId !== walkIn.id) throw new NotFoundError();
      return new RegisterWalkInPayload(registration);
    } catch (error) {
      if (error instanceof NotTaken) return error.outcome;
      throw error;
    }
  }

  private async letIn(viewer: Viewer, walkIn: WalkIn): Promise<string> {
    const event = await this.own.shareEvent(viewer, walkIn);
    const now = this.clock.now();
    const state = event.stateAt(now);
    if (isClosed(state) || state === EventState.DRAFT) throw new NotTaken(new EventStateError(state));
    const places = await this.book.places(event.id, walkIn.role);
    if (!places) throw new NotTaken(new RoleNotAdmittedError());
    if (places.free <= 0 && !walkIn.evenIfFull) throw new NotTaken(new EventFullError());
    const given = { id: newId(), eventId: event.id, role: walkIn.role, organizationId: null, answers: [] };
    const joinedAt = await this.book.nextInLine(event.id, walkIn.role, now);
    const registration = EventRegistration.submit({ ...given, registeredBy: viewer.userId }, joinedAt, now);
    registration.companyName = walkIn.companyName.trim();
    registration.walkIn = true;
    registration.moveTo(RegistrationState.CONFIRMED, now);
    const person = { name: walkIn.name.trim(), jobTitle: walkIn.jobTitle?.trim() || null };
    await this.book.enter(registration, person, { device: walkIn.device, by: viewer.userId });
    return registration.id;
  }
}
