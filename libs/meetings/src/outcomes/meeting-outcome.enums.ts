import { registerEnumType } from '@nestjs/graphql';

/** What came of a meeting. */
export enum OutcomeKind {
  INTENT = 'INTENT',
  SAMPLE = 'SAMPLE',
  TRIAL = 'TRIAL',
  ORDER = 'ORDER',
}

registerEnumType(OutcomeKind, {
  name: 'OutcomeKind',
  description: 'What came of a meeting.',
  valuesMap: {
    INTENT: { description: 'The two intend to do business.' },
    SAMPLE: { description: 'A sample was sent or asked for.' },
    TRIAL: { description: 'A trial lot or an audit is agreed.' },
    ORDER: { description: 'An order was placed.' },
  },
});
