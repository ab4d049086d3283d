import { AuditLog } from '@app/audit';
import { Transactions } from '@app/database';
import type { Viewer } from '@app/identity';
import { BadInputError, Clock, newId } from '@app/kernel';
import { Injectable } from '@nestjs/common';
import { EventAdmissionsRepository, TicketKeysRepository } from './event-admissions.repository.js';
import type { MatchmakingEvent } from '../events/matchmaking-event.entity.js';
import { EventState, isClosed } from '../events/matchmaking-event.enums.js';
import { EventStateError } from '../events/matchmaking-event.errors.js';
import { type OwnEvent, OwnEventsService } from '../events/own-events.service.js';
import type { EventAdmission, EventQuestion } from './event-admission.entity.js';
import type { EventRegistration } from './event-registration.entity.js';
import { EventRegistrationsRepository } from './event-registrations.repository.js';
import { EventWaitlistService } from './event-waitlist.service.js';
import type { RegistrationStep } from './registration-changes.service.js';
import { QuestionKind, RegistrationState } from './registration.enums.js';
import {
  CloseEventRegistrationPayload,
  type CloseEventRegistrationResult,
  DecideEventRegistrationPayload,
  type DecideEventRegistrationResult,
  NobodyAdmittedError,
  OpenEventRegistrationPayload,
  type OpenEventRegistrationResult,
  PrioritizeEventRegistrationPayload,
  type PrioritizeEventRegistrationResult,
  RegistrationStateError,
  RoleInUseError,
  SetEventAdmissionPayload,
  type SetEventAdmissionResult,
} from './event-registration.graphql.js';
import { allowDecidingRegistration } from './registration.policy.js';

/** The roles that organizers admit, with their capacity, and the questions that they ask. */
export interface AdmissionTerms extends OwnEvent {
  readonly admissions: readonly Omit<EventAdmission, 'eventId'>[];
  readonly questions: readonly Pick<EventQuestion, 'text' | 'kind' | 'choices' | 'required'>[];
}

/** What organizers decide on a registration. */
export interface RegistrationVerdict extends RegistrationStep {
  readonly approve: boolean;
  readonly reason: string | null;
}

/** What organizers do with registrations: set admission, open and close registration, decide, prioritize the waitlist. */
@Injectable()
export class EventAdmissionService {
  constructor(
    private readonly transactions: Transactions,
    private readonly own: OwnEventsService,
    private readonly admissions: EventAdmissionsRepository,
    private readonly registrations: EventRegistrationsRepository,
    private readonly waitlist: EventWaitlistService,
    private readonly keys: TicketKeysRepository,
    private readonly audit: AuditLog,
    private readonly clock: Clock,
  ) {}

  /** Sets admission and questions as a whole. New places are offered to the waitlist; fewer places take none away. */
  setAdmission(viewer: Viewer, terms: AdmissionTerms): Promise<SetEventAdmissionResult> {
    checkTerms(terms);
    return this.transactions.run(async () => {
      const event = await this.own.lockEvent(viewer, terms);
      const state = event.stateAt(this.clock.now());
      if (isClosed(state)) return new EventStateError(state);
      const roles = terms.admissions.map(({ role }) => role);
      const used = await this.registrations.findRolesInUse(event.id);
      const closed = used.find((role) => !roles.includes(role));
      if (closed) return new RoleInUseError(closed);
      await this.keys.ensureKey(event.id);
      const admissions = terms.admissions.map((admission) => ({ ...admission, eventId: event.id }));
      await this.admissions.replaceAdmissions(event.id, admissions);
      await this.replaceQuestions(event, terms);
      for (const role of roles) {
        const admission = await this.admissions.lockAdmission(event.id, role);
        if (admission) await this.waitlist.offerFreePlaces(event, admission);
      }
      return new SetEventAdmissionPayload(event);
    });
  }

  /** Opens registration from now until `closesAt`; opening again changes that time. */
  openRegistration(
    viewer: Viewer,
    which: OwnEvent,
    closesAt: Date | null,
  ): Promise<OpenEventRegistrationResult> {
    return this.transactions.run(async () => {
      const event = await this.own.lockEvent(viewer, which);
      const state = event.stateAt(this.clock.now());
      if (isClosed(state) || state === EventState.DRAFT) return new EventStateError(state);
      if ((await this.admissions.findAdmissions([event.id])).length === 0) return new NobodyAdmittedError();
      event.openRegistration(closesAt, this.clock.now());
      await this.own.saveEvent(event);
      return new OpenEventRegistrationPayload(event);
    });
  }

  /** Closes registration; the waitlist goes on. Closing twice changes nothing. */
  closeRegistration(viewer: Viewer, which: OwnEvent): Promise<CloseEventRegistrationResult> {
    return this.transactions.run(async () => {
      const event = await this.own.lockEvent(viewer, which);
      const state = event.stateAt(this.clock.now());
      if (isClosed(state)) return new EventStateError(state);
      if (event.registrationOpenAt(this.clock.now())) {
        event.closeRegistration(this.clock.now());
        await this.own.saveEvent(event);
      }
      return new CloseEventRegistrationPayload(event);
    });
  }

  /**
   * Approves a registration, which then gets a place or joins the waitlist, or declines one that is not over; the place
   * of a declined registration is offered to the next in line. The same decision twice changes nothing. Audited.
   */
  decideRegistration(viewer: Viewer, verdict: RegistrationVerdict): Promise<DecideEventRegistrationResult> {
    return this.transactions.run(async () => {
      const { event, admission, registration } = await this.waitlist.lockRegistration(verdict.id);
      const acting = { event, actingOrganizationId: verdict.organizationId };
      allowDecidingRegistration(viewer, registration, acting);
      if (isDecided(registration, verdict.approve)) return new DecideEventRegistrationPayload(registration);
      if (!registration.active) return new RegistrationStateError(registration.state);
      if (verdict.approve) {
        if (!admission) return new RegistrationStateError(registration.state);
        await this.waitlist.settleRegistration(registration, admission);
      } else registration.moveTo(RegistrationState.DECLINED, this.clock.now(), verdict.reason);
      await this.waitlist.saveMove(registration);
      if (admission && !verdict.approve) await this.waitlist.offerFreePlaces(event, admission);
      const action = verdict.approve ? 'REGISTRATION_APPROVED' : 'REGISTRATION_DECLINED';
      await this.recordDecision(viewer, registration, action);
      return new DecideEventRegistrationPayload(registration);
    });
  }

  /** Moves a registration forward or back in the line. Audited. */
  prioritizeRegistration(
    viewer: Viewer,
    step: RegistrationStep & { priority: number },
  ): Promise<PrioritizeEventRegistrationResult> {
    return this.transactions.run(async () => {
      const { event, registration } = await this.waitlist.lockRegistration(step.id);
      const acting = { event, actingOrganizationId: step.organizationId };
      allowDecidingRegistration(viewer, registration, acting);
      const waits = [RegistrationState.REQUESTED, RegistrationState.WAITLISTED].includes(registration.state);
      if (!waits) return new RegistrationStateError(registration.state);
      if (registration.priority !== step.priority) {
        registration.prioritize(step.priority, this.clock.now());
        await this.registrations.saveRegistration(registration);
        await this.recordDecision(viewer, registration, 'REGISTRATION_PRIORITIZED');
      }
      return new PrioritizeEventRegistrationPayload(registration);
    });
  }

  /** Questions that stay the same keep their ids, so that open forms stay valid. */
  private async replaceQuestions(
    { id: eventId }: MatchmakingEvent,
    { questions }: AdmissionTerms,
  ): Promise<void> {
    const present = await this.admissions.findQuestions([eventId]);
    const rows = questions.map((question, i) => {
      const same = present.find((old) => old.text === question.text && old.kind === question.kind);
      return { ...question, id: same?.id ?? newId(), eventId, position: i + 1 };
    });
    await this.admissions.replaceQuestions(eventId, rows);
  }

  private recordDecision(
    { userId }: Viewer,
    { id, eventId }: EventRegistration,
    action: string,
  ): Promise<void> {
    const subject = { subjectType: 'EventRegistration', subjectId: id };
    return this.audit.record({ actorId: userId, action, ...subject, ids: { event: eventId } });
  }
}

function checkTerms({ admissions, questions }: AdmissionTerms): void {
  if (new Set(admissions.map(({ role }) => role)).size < admissions.length)
    throw new BadInputError('ROLE_TWICE', {}, ['input.admissions']);
  if (new Set(questions.map(({ text }) => text)).size < questions.length)
    throw new BadInputError('QUESTION_TWICE', {}, ['input.questions']);
  const empty = questions.findIndex(
    ({ kind, choices }) => kind === QuestionKind.CHOICE && choices.length < 2,
  );
  if (empty >= 0) throw new BadInputError('QUESTION_WITHOUT_CHOICES', {}, [`input.questions.${empty}`]);
}

function isDecided({ state }: EventRegistration, approve: boolean): boolean {
  if (!approve) return state === RegistrationState.DECLINED;
  return [RegistrationState.WAITLISTED, RegistrationState.OFFERED, RegistrationState.CONFIRMED].includes(
    state,
  );
}
