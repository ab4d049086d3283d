import { graphql, type VariablesOf } from '../api/graphql.js';

export const SAVE_SEARCH = graphql(`
  mutation SaveSearch($input: SaveSearchInput!) {
    saveSearch(input: $input) {
      __typename
      ... on SaveSearchPayload {
        savedSearch {
          id
        }
      }
      ... on UserError {
        code
        message
        fields
      }
    }
  }
`);

export const UPDATE_SAVED_SEARCH = graphql(`
  mutation UpdateSavedSearch($input: UpdateSavedSearchInput!) {
    updateSavedSearch(input: $input) {
      __typename
      ... on UpdateSavedSearchPayload {
        savedSearch {
          id
          frequency
          paused
        }
      }
    }
  }
`);

export const DELETE_SAVED_SEARCH = graphql(`
  mutation DeleteSavedSearch($input: DeleteSavedSearchInput!) {
    deleteSavedSearch(input: $input) {
      __typename
      ... on DeleteSavedSearchPayload {
        deletedId
      }
    }
  }
`);

/** What a saved search waits for: a question, or what fits a stored thing. */
export type Watched = Pick<
  VariablesOf<typeof SAVE_SEARCH>['input'],
  'query' | 'needId' | 'capabilityId' | 'organizationId'
>;

/** The reader's own time zone, by which digests come in the morning. */
export const readersZone = (): string => Intl.DateTimeFormat().resolvedOptions().timeZone;
