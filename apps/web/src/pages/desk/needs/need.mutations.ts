import { graphql } from '../../../api/graphql.js';

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

export const UPDATE_NEED = graphql(`
  mutation UpdateNeed($input: UpdateProcurementNeedInput!) {
    updateProcurementNeed(input: $input) {
      __typename
      ... on UpdateProcurementNeedPayload {
        procurementNeed {
          id
          version
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

export const PUBLISH_NEED = graphql(`
  mutation PublishNeed($input: PublishProcurementNeedInput!) {
    publishProcurementNeed(input: $input) {
      __typename
      ... on PublishProcurementNeedPayload {
        procurementNeed {
          id
          state
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

export const CLOSE_NEED = graphql(`
  mutation CloseNeed($input: CloseProcurementNeedInput!) {
    closeProcurementNeed(input: $input) {
      __typename
      ... on CloseProcurementNeedPayload {
        procurementNeed {
          id
          state
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

export const CANCEL_NEED = graphql(`
  mutation CancelNeed($input: CancelProcurementNeedInput!) {
    cancelProcurementNeed(input: $input) {
      __typename
      ... on CancelProcurementNeedPayload {
        procurementNeed {
          id
          state
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
