import { graphql } from '../../../api/graphql.js';

export const OPEN_COLLECTION = graphql(`
  mutation OpenCollection($input: OpenNeedCollectionInput!) {
    openNeedCollection(input: $input) {
      __typename
      ... on OpenNeedCollectionPayload {
        collection {
          id
        }
      }
    }
  }
`);

export const ENTER_COLLECTED_NEED = graphql(`
  mutation EnterCollectedNeed($input: EnterCollectedNeedInput!) {
    enterCollectedNeed(input: $input) {
      __typename
      ... on EnterCollectedNeedPayload {
        collectedNeed {
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

export const REVIEW_COLLECTED_NEED = graphql(`
  mutation ReviewCollectedNeed($input: ReviewCollectedNeedInput!) {
    reviewCollectedNeed(input: $input) {
      __typename
      ... on ReviewCollectedNeedPayload {
        collectedNeed {
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

export const INVITE_FOR_COLLECTED_NEED = graphql(`
  mutation InviteForCollectedNeed($input: InviteForCollectedNeedInput!) {
    inviteForCollectedNeed(input: $input) {
      __typename
      ... on InviteForCollectedNeedPayload {
        collectedNeed {
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

export const EXPORT_COLLECTION = graphql(`
  mutation ExportCollection($input: ExportNeedCollectionInput!) {
    exportNeedCollection(input: $input) {
      __typename
      ... on ExportNeedCollectionPayload {
        base64
        fileName
      }
    }
  }
`);
