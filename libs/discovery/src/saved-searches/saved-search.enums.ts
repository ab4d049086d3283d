import { registerEnumType } from '@nestjs/graphql';

/** What a person waits for. */
export enum SavedSearchSubject {
  QUERY = 'QUERY',
  NEED = 'NEED',
  CAPABILITY = 'CAPABILITY',
  ORGANIZATION = 'ORGANIZATION',
}

registerEnumType(SavedSearchSubject, {
  name: 'SavedSearchSubject',
  description: 'What a saved search waits for.',
  valuesMap: {
    QUERY: { description: 'Listings that answer a question to the search box.' },
    NEED: { description: 'Capabilities that fit a need of the organization.' },
    CAPABILITY: { description: 'Needs that fit a capability of the organization.' },
    ORGANIZATION: { description: 'Needs that fit anything that the organization offers.' },
  },
});

/** How often a person is told. */
export enum AlertFrequency {
  AS_IT_HAPPENS = 'AS_IT_HAPPENS',
  DAILY = 'DAILY',
  OFF = 'OFF',
}

registerEnumType(AlertFrequency, {
  name: 'AlertFrequency',
  description: 'How often a person is told of what a saved search finds.',
  valuesMap: {
    AS_IT_HAPPENS: { description: 'As soon as search knows of it.' },
    DAILY: { description: 'Once a day, at eight in the morning where the person is.' },
    OFF: { description: 'Not at all; the search is only kept.' },
  },
});
