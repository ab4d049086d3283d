import { registerEnumType } from '@nestjs/graphql';

/** As what an organization takes part in an event. */
export enum ParticipantRole {
  BUYER = 'BUYER',
  SUPPLIER = 'SUPPLIER',
  VISITOR = 'VISITOR',
}

registerEnumType(ParticipantRole, {
  name: 'ParticipantRole',
  description: 'As what an organization takes part in an event.',
  valuesMap: {
    BUYER: { description: 'It comes with needs.' },
    SUPPLIER: { description: 'It comes with what it can supply.' },
    VISITOR: { description: 'It comes to look and listen.' },
  },
});

/** Where a registration stands. */
export enum RegistrationState {
  REQUESTED = 'REQUESTED',
  WAITLISTED = 'WAITLISTED',
  OFFERED = 'OFFERED',
  CONFIRMED = 'CONFIRMED',
  DECLINED = 'DECLINED',
  WITHDRAWN = 'WITHDRAWN',
  LAPSED = 'LAPSED',
}

registerEnumType(RegistrationState, {
  name: 'RegistrationState',
  description: 'Where a registration stands.',
  valuesMap: {
    REQUESTED: { description: 'The organizers have to approve it.' },
    WAITLISTED: { description: 'All places are taken; it waits for its turn.' },
    OFFERED: { description: 'A place is kept for it until a time, to be accepted.' },
    CONFIRMED: { description: 'It has a place.' },
    DECLINED: { description: 'The organizers turned it down, with a reason.' },
    WITHDRAWN: { description: 'The organization took it back.' },
    LAPSED: { description: 'The place that was offered was not accepted in time and went to the next.' },
  },
});

/** What kind of answer a question wants. */
export enum QuestionKind {
  TEXT = 'TEXT',
  CHOICE = 'CHOICE',
  NUMBER = 'NUMBER',
}

registerEnumType(QuestionKind, {
  name: 'QuestionKind',
  description: 'What kind of answer a question wants.',
  valuesMap: {
    TEXT: { description: 'Words.' },
    CHOICE: { description: 'One of the choices.' },
    NUMBER: { description: 'A decimal number.' },
  },
});

/** Registrations that hold a place. */
export const HOLDS_PLACE: readonly RegistrationState[] = [
  RegistrationState.OFFERED,
  RegistrationState.CONFIRMED,
];

/** Registrations that are not over. */
export const ACTIVE: readonly RegistrationState[] = [
  RegistrationState.REQUESTED,
  RegistrationState.WAITLISTED,
  ...HOLDS_PLACE,
];
