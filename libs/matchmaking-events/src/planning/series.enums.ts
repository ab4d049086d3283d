import { registerEnumType } from '@nestjs/graphql';

/** How often a fair takes place. */
export enum FairFrequency {
  HALF_YEARLY = 'HALF_YEARLY',
  YEARLY = 'YEARLY',
  BIENNIAL = 'BIENNIAL',
}

registerEnumType(FairFrequency, {
  name: 'FairFrequency',
  description: 'How often a fair takes place.',
  valuesMap: {
    HALF_YEARLY: { description: 'In spring and in autumn.' },
    YEARLY: { description: 'Once a year.' },
    BIENNIAL: { description: 'Every other year.' },
  },
});

/** How an event is repeated. */
export enum RepetitionStep {
  WEEKLY = 'WEEKLY',
  MONTHLY = 'MONTHLY',
  YEARLY = 'YEARLY',
}

registerEnumType(RepetitionStep, {
  name: 'RepetitionStep',
  description: 'How an event is repeated.',
  valuesMap: {
    WEEKLY: { description: 'On the same day of the next week.' },
    MONTHLY: { description: 'On the same date of the next month, or its last day.' },
    YEARLY: { description: '52 weeks later, so that the day of the week stays.' },
  },
});
