import { graphql, type ResultOf } from '../../../api/graphql.js';

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
