import { registerEnumType } from '@nestjs/graphql';

/** How much one side wishes to meet the other. */
export enum WishLevel {
  MUST = 'MUST',
  WANT = 'WANT',
  NO = 'NO',
}

registerEnumType(WishLevel, {
  name: 'MeetingWishLevel',
  description: 'How much one side wishes to meet the other.',
  valuesMap: {
    MUST: { description: 'It comes for this meeting; so many are limited.' },
    WANT: { description: 'It wants to meet.' },
    NO: { description: 'It does not want to meet; the other side never learns of it.' },
  },
});
