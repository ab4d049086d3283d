import { graphql, type ResultOf } from '../../../api/graphql.js';

/** How search fares. */
export const SEARCH_HEALTH = graphql(`
  query SearchHealth($days: Int!) {
    searchHealth(days: $days) {
      engine
      ready
      waiting
      oldestSeconds
      asked
      withoutHits
      askedByDay {
        day
        asked
        withoutHits
      }
      indexes {
        index
        documents
        unmerged
        rebuilding
        outdated
      }
      derivation {
        vocabulary
        derived
        outdated
      }
      reconciliations {
        index
        endedAt
        missing
        outdated
        surplus
      }
      embedder {
        name
        version
        state
        waiting
        trouble
        dead {
          id
          text
          reason
          deadAt
        }
      }
      deadLetters {
        id
        type
        reason
        deadAt
      }
      weakQueries {
        words
        index
        times
        hits
        suggestion {
          id
          name
        }
      }
      synonyms {
        id
        words
        addedAt
        undoneAt
        concept {
          id
          name
        }
      }
    }
  }
`);

export const ADD_SYNONYM = graphql(`
  mutation AddSearchSynonym($input: AddSearchSynonymInput!) {
    addSearchSynonym(input: $input) {
      synonym {
        id
      }
    }
  }
`);

export const UNDO_SYNONYM = graphql(`
  mutation UndoSearchSynonym($input: UndoSearchSynonymInput!) {
    undoSearchSynonym(input: $input) {
      synonym {
        id
      }
    }
  }
`);

export const RETRY_DEAD_LETTERS = graphql(`
  mutation RetryIndexDeadLetters($input: RetryDeadLettersInput!) {
    retryIndexDeadLetters(input: $input) {
      revived
    }
  }
`);

export const RETRY_EMBEDDER_TEXTS = graphql(`
  mutation RetryEmbedderTexts($input: RetryEmbedderTextsInput!) {
    retryEmbedderTexts(input: $input) {
      revived
    }
  }
`);

export type SearchHealth = ResultOf<typeof SEARCH_HEALTH>['searchHealth'];

/** A part of the page: what it shows, and how to look anew after a change. */
export interface HealthPart {
  readonly health: SearchHealth;
  readonly refresh: () => void;
}
