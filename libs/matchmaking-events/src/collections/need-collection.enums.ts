import type { NeedKind } from '@app/procurement';
import { registerEnumType } from '@nestjs/graphql';

/** What kind of need a district brings in: the kinds that a buyer's own need has. */
export type CollectedNeedKind = NeedKind;

/** Where a collected need stands on its way up. */
export enum CollectedNeedState {
  DRAFT = 'DRAFT',
  SUBMITTED = 'SUBMITTED',
  RETURNED = 'RETURNED',
  ACCEPTED = 'ACCEPTED',
}

registerEnumType(CollectedNeedState, {
  name: 'CollectedNeedState',
  description: 'Where a collected need stands on its way up.',
  valuesMap: {
    DRAFT: { description: 'The district still works on it.' },
    SUBMITTED: { description: 'The bureau is to look at it.' },
    RETURNED: { description: 'The bureau gave it back, with a reason.' },
    ACCEPTED: { description: 'The bureau took it over.' },
  },
});

/** In which form a company agreed that its need is passed on. */
export enum ConsentForm {
  SEALED_PRINT = 'SEALED_PRINT',
  WRITTEN = 'WRITTEN',
  SPOKEN = 'SPOKEN',
}

registerEnumType(ConsentForm, {
  name: 'ConsentForm',
  description: 'In which form a company agreed that its need is passed on.',
  valuesMap: {
    SEALED_PRINT: { description: 'On the printed form, with the company’s seal.' },
    WRITTEN: { description: 'In a letter or message.' },
    SPOKEN: { description: 'In a talk, of which the delegate took a note.' },
  },
});
