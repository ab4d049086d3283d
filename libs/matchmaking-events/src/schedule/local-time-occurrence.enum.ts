import { registerEnumType } from '@nestjs/graphql';

/** Which of two equal clock times is meant, in the night when clocks are set back. */
export enum LocalTimeOccurrence {
  EARLIER = 'EARLIER',
  LATER = 'LATER',
}

registerEnumType(LocalTimeOccurrence, {
  name: 'LocalTimeOccurrence',
  description: 'Which of two equal clock times is meant, in the night when clocks are set back.',
  valuesMap: {
    EARLIER: { description: 'The first time that the clock shows it.' },
    LATER: { description: 'The second time.' },
  },
});
