import { graphql, type ResultOf, USER_ERROR, type VariablesOf } from '../../api/graphql.js';

export const SAVE_SEARCH = graphql(
  `
    mutation SaveSearch($input: SaveSearchInput!) {
      saveSearch(input: $input) {
        __typename
        ... on SaveSearchPayload {
          savedSearch {
            id
          }
        }
        ...UserError
      }
    }
  `,
  [USER_ERROR],
);

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

/** What a reader has saved, the newest first. */
export const MY_SAVED_SEARCHES = graphql(`
  query MySavedSearches {
    mySavedSearches(first: 100) {
      edges {
        node {
          id
          name
          subject
          listingIndex
          text
          filter
          frequency
          paused
          lastAlertAt
          procurementNeed {
            id
            title
          }
          capability {
            id
            title
          }
        }
      }
    }
  }
`);

/** What a saved search would tell of now. */
export const SAVED_ANSWERS = graphql(`
  query SavedAnswers($id: ID!) {
    node(id: $id) {
      ... on SavedSearch {
        id
        matches(first: 5) {
          __typename
          ... on Capability {
            id
            title
            organization {
              id
              name
            }
          }
          ... on Organization {
            id
            name
          }
          ... on ProcurementNeed {
            id
            title
          }
          ... on MatchmakingEvent {
            id
            title
          }
        }
      }
    }
  }
`);

export type SavedSearchEntry = ResultOf<typeof MY_SAVED_SEARCHES>['mySavedSearches']['edges'][number]['node'];
