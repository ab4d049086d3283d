import { registerEnumType } from '@nestjs/graphql';

/** What came of an entry that a device sent. */
export enum CheckInOutcome {
  RECORDED = 'RECORDED',
  DUPLICATE = 'DUPLICATE',
  NOT_A_TICKET = 'NOT_A_TICKET',
  PASSED_ON = 'PASSED_ON',
  NOT_CONFIRMED = 'NOT_CONFIRMED',
}

registerEnumType(CheckInOutcome, {
  name: 'CheckInOutcome',
  description: 'What came of an entry that a device sent.',
  valuesMap: {
    RECORDED: { description: 'It is the first of this person and counts.' },
    DUPLICATE: {
      description: 'The person had come before, perhaps by another device; it is kept and does not count.',
    },
    NOT_A_TICKET: { description: 'No ticket of this event; nothing is kept.' },
    PASSED_ON: { description: 'The place has passed to somebody else since; nothing is kept.' },
    NOT_CONFIRMED: { description: 'The organization has no place at the event; nothing is kept.' },
  },
});
