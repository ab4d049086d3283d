import { registerEnumType } from '@nestjs/graphql';

/** What a side says of a match. */
export enum FitVerdict {
  FITS = 'FITS',
  DOES_NOT_FIT = 'DOES_NOT_FIT',
}

registerEnumType(FitVerdict, {
  name: 'FitVerdict',
  description: 'What a side says of a match.',
  valuesMap: {
    FITS: { description: 'It fits.' },
    DOES_NOT_FIT: { description: 'It does not fit, for a reason.' },
  },
});

/** Why a match does not fit. */
export enum MisfitReason {
  ANOTHER_THING = 'ANOTHER_THING',
  NOT_A_MAKER = 'NOT_A_MAKER',
  TECHNICAL_FIT = 'TECHNICAL_FIT',
  CAPACITY = 'CAPACITY',
  LEAD_TIME = 'LEAD_TIME',
  PRICE = 'PRICE',
  CERTIFICATES = 'CERTIFICATES',
  REGION = 'REGION',
  OUTDATED = 'OUTDATED',
  OTHER = 'OTHER',
}

registerEnumType(MisfitReason, {
  name: 'MisfitReason',
  description: 'Why a match does not fit.',
  valuesMap: {
    ANOTHER_THING: { description: 'It is not the thing asked for.' },
    NOT_A_MAKER: { description: 'The supplier deals in it and does not make it.' },
    TECHNICAL_FIT: { description: 'It does not fit technically.' },
    CAPACITY: { description: 'The quantity does not fit the capacity.' },
    LEAD_TIME: { description: 'The time does not fit.' },
    PRICE: { description: 'The price does not fit.' },
    CERTIFICATES: { description: 'A certificate is missing.' },
    REGION: { description: 'The place does not suit.' },
    OUTDATED: { description: 'What is stated is not true any more.' },
    OTHER: { description: 'Another reason.' },
  },
});
