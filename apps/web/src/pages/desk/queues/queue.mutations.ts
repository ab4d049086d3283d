import { graphql, USER_ERROR } from '../../../api/graphql.js';

export const OPEN_QUEUE_TABLE = graphql(
  `
    mutation OpenQueueTable($input: OpenQueueTableInput!) {
      openQueueTable(input: $input) {
        __typename
        ... on OpenQueueTablePayload {
          queueTable {
            id
          }
        }
        ...UserError
      }
    }
  `,
  [USER_ERROR],
);

export const DRAW_NUMBER = graphql(
  `
    mutation DrawQueueNumber($input: DrawQueueNumberInput!) {
      drawQueueNumber(input: $input) {
        __typename
        ... on DrawQueueNumberPayload {
          number {
            id
          }
        }
        ...UserError
      }
    }
  `,
  [USER_ERROR],
);

export const DRAW_NUMBER_FOR = graphql(
  `
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
        ...UserError
      }
    }
  `,
  [USER_ERROR],
);

export const GIVE_BACK_NUMBER = graphql(
  `
    mutation GiveBackQueueNumber($input: GiveBackQueueNumberInput!) {
      giveBackQueueNumber(input: $input) {
        __typename
        ... on GiveBackQueueNumberPayload {
          number {
            id
          }
        }
        ...UserError
      }
    }
  `,
  [USER_ERROR],
);

export const CALL_NEXT = graphql(
  `
    mutation CallNextQueueNumber($input: CallNextQueueNumberInput!) {
      callNextQueueNumber(input: $input) {
        __typename
        ... on CallNextQueueNumberPayload {
          number {
            id
          }
        }
        ...UserError
      }
    }
  `,
  [USER_ERROR],
);

export const RECALL_NUMBER = graphql(
  `
    mutation RecallQueueNumber($input: RecallQueueNumberInput!) {
      recallQueueNumber(input: $input) {
        __typename
        ... on RecallQueueNumberPayload {
          number {
            id
          }
        }
        ...UserError
      }
    }
  `,
  [USER_ERROR],
);

export const FINISH_NUMBER = graphql(
  `
    mutation FinishQueueNumber($input: FinishQueueNumberInput!) {
      finishQueueNumber(input: $input) {
        __typename
        ... on FinishQueueNumberPayload {
          number {
            id
          }
        }
        ...UserError
      }
    }
  `,
  [USER_ERROR],
);

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
