import { registerEnumType } from '@nestjs/graphql';

/** What is wanted. */
export enum NeedKind {
  PART = 'PART',
  MATERIAL = 'MATERIAL',
  EQUIPMENT = 'EQUIPMENT',
  SERVICE = 'SERVICE',
  TECHNICAL_CHALLENGE = 'TECHNICAL_CHALLENGE',
}

registerEnumType(NeedKind, {
  name: 'NeedKind',
  description: 'What is wanted.',
  valuesMap: {
    PART: { description: 'Parts and components.' },
    MATERIAL: { description: 'Materials.' },
    EQUIPMENT: { description: 'Machines and equipment.' },
    SERVICE: { description: 'A service.' },
    TECHNICAL_CHALLENGE: { description: 'A technical problem that asks for a solution 揭榜挂帅.' },
  },
});

/** Where a need stands. */
export enum NeedState {
  DRAFT = 'DRAFT',
  PUBLISHED = 'PUBLISHED',
  CLOSED = 'CLOSED',
  AWARDED = 'AWARDED',
  CANCELLED = 'CANCELLED',
}

registerEnumType(NeedState, {
  name: 'NeedState',
  description: 'Where a need stands.',
  valuesMap: {
    DRAFT: { description: 'Being written; only the buyer sees it.' },
    PUBLISHED: { description: 'Open for responses until the reply deadline.' },
    CLOSED: { description: 'No more responses are taken.' },
    AWARDED: { description: 'Suppliers have been chosen.' },
    CANCELLED: { description: 'Called off, with a reason.' },
  },
});

/** Who may see a published need. */
export enum NeedVisibility {
  PUBLIC = 'PUBLIC',
  VERIFIED_SUPPLIERS = 'VERIFIED_SUPPLIERS',
  INVITED_ONLY = 'INVITED_ONLY',
}

registerEnumType(NeedVisibility, {
  name: 'NeedVisibility',
  description: 'Who may see a published need.',
  valuesMap: {
    PUBLIC: { description: 'Everyone.' },
    VERIFIED_SUPPLIERS: { description: 'Members of claimed organizations.' },
    INVITED_ONLY: { description: 'Only organizations that the buyer invited.' },
  },
});

/** Why the buyer asks. */
export enum NeedPurpose {
  NEW_PROJECT = 'NEW_PROJECT',
  SECOND_SOURCE = 'SECOND_SOURCE',
  PRICE_CHECK = 'PRICE_CHECK',
}

registerEnumType(NeedPurpose, {
  name: 'NeedPurpose',
  description: 'Why the buyer asks.',
  valuesMap: {
    NEW_PROJECT: { description: 'A new project.' },
    SECOND_SOURCE: { description: 'A second source in addition to an existing supplier.' },
    PRICE_CHECK: { description: 'To check prices.' },
  },
});

/** Whose tooling makes the part. */
export enum Tooling {
  NEW = 'NEW',
  BORROWED = 'BORROWED',
}

registerEnumType(Tooling, {
  name: 'Tooling',
  description: 'Whose tooling makes the part.',
  valuesMap: {
    NEW: { description: 'The supplier makes new tooling.' },
    BORROWED: { description: 'The buyer lends its tooling.' },
  },
});
