import { graphql, USER_ERROR } from '../../../api/graphql.js';

export const REGISTER = graphql(
  `
    mutation RegisterForEvent($input: RegisterForEventInput!) {
      registerForEvent(input: $input) {
        __typename
        ... on RegisterForEventPayload {
          registration {
            id
            state
          }
        }
        ...UserError
      }
    }
  `,
  [USER_ERROR],
);

export const REGISTER_VISIT = graphql(
  `
    mutation RegisterAsVisitor($input: RegisterAsVisitorInput!) {
      registerAsVisitor(input: $input) {
        __typename
        ... on RegisterAsVisitorPayload {
          registration {
            id
            state
          }
        }
        ...UserError
      }
    }
  `,
  [USER_ERROR],
);

export const ACCEPT_PLACE = graphql(
  `
    mutation AcceptEventPlace($input: AcceptEventPlaceInput!) {
      acceptEventPlace(input: $input) {
        __typename
        ... on AcceptEventPlacePayload {
          registration {
            id
            state
          }
        }
        ...UserError
      }
    }
  `,
  [USER_ERROR],
);

export const WITHDRAW_REGISTRATION = graphql(
  `
    mutation WithdrawFromEvent($input: WithdrawFromEventInput!) {
      withdrawFromEvent(input: $input) {
        __typename
        ... on WithdrawFromEventPayload {
          registration {
            id
            state
          }
        }
        ...UserError
      }
    }
  `,
  [USER_ERROR],
);

export const TRANSFER_PLACE = graphql(
  `
    mutation TransferEventPlace($input: TransferEventPlaceInput!) {
      transferEventPlace(input: $input) {
        __typename
        ... on TransferEventPlacePayload {
          registration {
            id
            state
          }
        }
        ...UserError
      }
    }
  `,
  [USER_ERROR],
);
