import { graphql, USER_ERROR } from '../../../api/graphql.js';

export const CREATE_NEED = graphql(`
  mutation CreateNeed($input: CreateProcurementNeedInput!) {
    createProcurementNeed(input: $input) {
      __typename
      ... on CreateProcurementNeedPayload {
        procurementNeed {
          id
          version
        }
      }
    }
  }
`);

export const UPDATE_NEED = graphql(
  `
    mutation UpdateNeed($input: UpdateProcurementNeedInput!) {
      updateProcurementNeed(input: $input) {
        __typename
        ... on UpdateProcurementNeedPayload {
          procurementNeed {
            id
            version
          }
        }
        ...UserError
      }
    }
  `,
  [USER_ERROR],
);

export const PUBLISH_NEED = graphql(
  `
    mutation PublishNeed($input: PublishProcurementNeedInput!) {
      publishProcurementNeed(input: $input) {
        __typename
        ... on PublishProcurementNeedPayload {
          procurementNeed {
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

export const CLOSE_NEED = graphql(
  `
    mutation CloseNeed($input: CloseProcurementNeedInput!) {
      closeProcurementNeed(input: $input) {
        __typename
        ... on CloseProcurementNeedPayload {
          procurementNeed {
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

export const CANCEL_NEED = graphql(
  `
    mutation CancelNeed($input: CancelProcurementNeedInput!) {
      cancelProcurementNeed(input: $input) {
        __typename
        ... on CancelProcurementNeedPayload {
          procurementNeed {
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
