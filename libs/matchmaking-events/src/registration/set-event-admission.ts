import { Transactions } from '@app/database';
import type { Viewer } from '@app/identity';
import { BadInputError, Clock, newId } from '@app/kernel';
import { Injectable } from '@nestjs/common';
import { EventRecord } from '../events/event-record.js';
import type { MatchmakingEvent } from '../events/matchmaking-event.entity.js';
import { EventState, isClosed } from '../events/matchmaking-event.enums.js';
import { EventStateError } from '../events/matchmaking-event.errors.js';
import { type OwnEvent, OwnEventsService } from '../events/own-events.js';
import { AdmissionBook } from './admission-book.js';
import type { EventAdmission, EventQuestion } from './event-admission.entity.js';
import { QuestionKind } from './registration.enums.js';
import { NobodyAdmittedError, RoleInUseError } from './registration.errors.js';
import {
  CloseEventRegistrationPayload,
  type CloseEventRegistrationResult,
  OpenEventRegistrationPayload,
  type OpenEventRegistrationResult,
  SetEventAdmissionPayload,
  type SetEventAdmissionResult,
} from './registration.results.js';

/** Whom organizers let in and what they ask. */
export interface AdmissionTerms extends OwnEvent {
  readonly admissions: readonly Omit<EventAdmission, 'eventId'>[];
  readonly questions: readonly Pick<EventQuestion, 'text' | 'kind' | 'choices' | 'required'>[];
}

/** Organizers say whom they admit and when one can register. */
@Injectable()
export class EventAdmissionService {
  constructor(
    private readonly transactions: Transactions,
    private readonly own: OwnEventsService,
    private readonly book: AdmissionBook,
    private readonly record: EventRecord,
    private readonly clock: Clock,
  ) {}

  /** Sets it as a whole. More places are offered to the waitlist at once; fewer take nobody's place away. */
  setAdmission(viewer: Viewer, terms: AdmissionTerms): Promise<SetEventAdmissionResult> {
    checkTerms(terms);
    return this.transactions.run(async () => {
      const event = await this.own.lockEvent(viewer, terms);
      const state = event.stateAt(this.clock.now());
      if (isClosed(state)) return new EventStateError(state);
      const closed = await this.book.usedBeside(
        event.id,
        terms.admissions.map(({ role }) => role),
      );
      if (closed) return new RoleInUseError(closed);
      await this.book.write(event, rowsOf(event, terms));
      return new SetEventAdmissionPayload(event);
    });
  }

  /** Lets organizations register from now on, until a time; said again it changes that time. */
  openRegistration(
    viewer: Viewer,
    which: OwnEvent,
    closesAt: Date | null,
  ): Promise<OpenEventRegistrationResult> {
    return this.transactions.run(async () => {
      const event = await this.own.lockEvent(viewer, which);
      const state = event.stateAt(this.clock.now());
      if (isClosed(state) || state === EventState.DRAFT) return new EventStateError(state);
      if (!(await this.book.admitsSomebody(event.id))) return new NobodyAdmittedError();
      event.openRegistration(closesAt, this.clock.now());
      await this.record.keep(event);
      return new OpenEventRegistrationPayload(event);
    });
  }

  /** Lets nobody register any more; the waitlist goes on. Twice the same is once. */
  closeRegistration(viewer: Viewer, which: OwnEvent): Promise<CloseEventRegistrationResult> {
    return this.transactions.run(async () => {
      const event = await this.own.lockEvent(viewer, which);
      const state = event.stateAt(this.clock.now());
      if (isClosed(state)) return new EventStateError(state);
      if (event.registrationOpenAt(this.clock.now())) {
        event.closeRegistration(this.clock.now());
        await this.record.keep(event);
      }
      return new CloseEventRegistrationPayload(event);
    });
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

function rowsOf(
  { id: eventId }: MatchmakingEvent,
  { admissions, questions }: AdmissionTerms,
): { admissions: EventAdmission[]; questions: EventQuestion[] } {
  return {
    admissions: admissions.map((admission) => ({ ...admission, eventId })),
    questions: questions.map((question, i) => ({ ...question, id: newId(), eventId, position: i + 1 })),
  };
}
