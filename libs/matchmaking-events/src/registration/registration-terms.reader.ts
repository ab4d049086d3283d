import { Memberships, MemberRole, Users } from '@app/identity';
import { BadInputError, LoaderScope, newId } from '@app/kernel';
import { Injectable } from '@nestjs/common';
import type { EventQuestion } from './event-admission.entity.js';
import type { EventRepresentative, RegistrationAnswer } from './event-registration.entity.js';
import { QuestionKind } from './registration.enums.js';

/** Somebody who is to come, as the organization says it. */
export interface NamedRepresentative {
  readonly userId: string | null;
  readonly name: string | null;
  readonly jobTitle: string | null;
}

const DECIMAL = /^[+-]?\d{1,15}(\.\d{1,6})?$/;

/** Reads who comes and what they answer: members are members, what is required is answered, choices are among those given. */
@Injectable()
export class RegistrationTermsReader {
  constructor(
    private readonly memberships: Memberships,
    private readonly users: Users,
  ) {}

  /** The answers with their questions; throws BAD_INPUT. */
  readAnswers(
    questions: readonly EventQuestion[],
    given: readonly { questionId: string; value: string }[],
  ): RegistrationAnswer[] {
    const stray = given.findIndex(({ questionId }) => !questions.some(({ id }) => id === questionId));
    if (stray >= 0) throw new BadInputError('UNKNOWN_QUESTION', {}, [`input.answers.${stray}`]);
    return questions.flatMap((question) => {
      const value = given.find(({ questionId }) => questionId === question.id)?.value.trim();
      const fault = faultOf(question, value);
      if (fault) throw new BadInputError(fault, { question: question.text.slice(0, 60) }, ['input.answers']);
      return value ? [{ questionId: question.id, question: question.text, value }] : [];
    });
  }

  /** A visitor who comes on their own, under the name of their account. */
  async readVisitor(
    userId: string,
    jobTitle: string | null,
  ): Promise<Omit<EventRepresentative, 'registrationId' | 'eventId'>> {
    const known = await this.users.loadUser(new LoaderScope(), userId);
    return { id: newId(), position: 1, userId, name: known?.name ?? '', jobTitle, ticketSerial: 1 };
  }

  /** The persons as rows without their registration; throws BAD_INPUT. */
  async readRepresentatives(
    organizationId: string,
    named: readonly NamedRepresentative[],
  ): Promise<Omit<EventRepresentative, 'registrationId' | 'eventId'>[]> {
    const members = await this.memberships.peopleOf([organizationId], Object.values(MemberRole));
    const loaders = new LoaderScope();
    return Promise.all(
      named.map(async ({ userId, name, jobTitle }, i) => {
        const field = [`input.representatives.${i}`];
        if ((userId === null) === (name === null))
          throw new BadInputError('REPRESENTATIVE_UNNAMED', {}, field);
        if (userId !== null && named.findIndex((other) => other.userId === userId) < i)
          throw new BadInputError('REPRESENTATIVE_TWICE', {}, field);
        if (userId !== null && !members.some((member) => member.userId === userId))
          throw new BadInputError('NOT_A_MEMBER', {}, field);
        const known = userId === null ? null : await this.users.loadUser(loaders, userId);
        const row = { id: newId(), position: i + 1, userId, name: name ?? known?.name ?? '', jobTitle };
        return { ...row, ticketSerial: 1 };
      }),
    );
  }
}

function faultOf({ kind, choices, required }: EventQuestion, value: string | undefined): string | null {
  if (!value) return required ? 'ANSWER_MISSING' : null;
  if (kind === QuestionKind.CHOICE && !choices.includes(value)) return 'ANSWER_NOT_A_CHOICE';
  return kind === QuestionKind.NUMBER && !DECIMAL.test(value) ? 'ANSWER_NOT_A_NUMBER' : null;
}
