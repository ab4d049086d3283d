import { graphql } from '../../../api/graphql.js';

export const OPEN_QUEUE_TABLE = graphql(`
  mutation OpenQueueTable($input: OpenQueueTableInput!) {
    openQueueTable(input: $input) {
      __typename
      ... on OpenQueueTablePayload {
        queueTable {
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

export const DRAW_NUMBER = graphql(`
  mutation DrawQueueNumber($input: DrawQueueNumberInput!) {
    drawQueueNumber(input: $input) {
      __typename
      ... on DrawQueueNumberPayload {
        number {
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

export const DRAW_NUMBER_FOR = graphql(`
  mutation DrawQueueNumberFor($input: DrawQueueNumberForInput!) {
    drawQueueNumberFor(input: $input) {
      __typename
      ... on DrawQueueNumberForPayload {
        number {
          id
          number
          participantName
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

export const GIVE_BACK_NUMBER = graphql(`
  mutation GiveBackQueueNumber($input: GiveBackQueueNumberInput!) {
    giveBackQueueNumber(input: $input) {
      __typename
      ... on GiveBackQueueNumberPayload {
        number {
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

export const CALL_NEXT = graphql(`
  mutation CallNextQueueNumber($input: CallNextQueueNumberInput!) {
    callNextQueueNumber(input: $input) {
      __typename
      ... on CallNextQueueNumberPayload {
        number {
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

export const RECALL_NUMBER = graphql(`
  mutation RecallQueueNumber($input: RecallQueueNumberInput!) {
    recallQueueNumber(input: $input) {
      __typename
      ... on RecallQueueNumberPayload {
        number {
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

export const FINISH_NUMBER = graphql(`
  mutation FinishQueueNumber($input: FinishQueueNumberInput!) {
    finishQueueNumber(input: $input) {
      __typename
      ... on FinishQueueNumberPayload {
        number {
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

export const CLOSE_QUEUE_TABLE = graphql(`
  mutation CloseQueueTable($input: CloseQueueTableInput!) {
    closeQueueTable(input: $input) {
      __typename
      queueTable {
        id
      }
    }
  }
`);
