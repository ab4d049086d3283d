import { graphql, type ResultOf, USER_ERROR } from '../../../api/graphql.js';

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

export const ENTER_COLLECTED_NEED = graphql(
  `
    mutation EnterCollectedNeed($input: EnterCollectedNeedInput!) {
      enterCollectedNeed(input: $input) {
        __typename
        ... on EnterCollectedNeedPayload {
          collectedNeed {
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

export const REVIEW_COLLECTED_NEED = graphql(
  `
    mutation ReviewCollectedNeed($input: ReviewCollectedNeedInput!) {
      reviewCollectedNeed(input: $input) {
        __typename
        ... on ReviewCollectedNeedPayload {
          collectedNeed {
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

export const INVITE_FOR_COLLECTED_NEED = graphql(
  `
    mutation InviteForCollectedNeed($input: InviteForCollectedNeedInput!) {
      inviteForCollectedNeed(input: $input) {
        __typename
        ... on InviteForCollectedNeedPayload {
          collectedNeed {
            id
          }
        }
        ...UserError
      }
    }
  `,
  [USER_ERROR],
);

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

export const COLLECTIONS = graphql(`
  query DeskCollections($id: ID!) {
    matchmakingEvent(id: $id) {
      id
      needCollections {
        id
        title
        deadline
        districts {
          id
          name
          quota
          handedIn
        }
      }
    }
  }
`);

export const COLLECTION = graphql(`
  query DeskCollection($id: ID!) {
    needCollection(id: $id) {
      id
      title
      deadline
      instructions
      districts {
        id
        name
        quota
        handedIn
        delegate {
          id
          name
        }
      }
      needs(first: 100) {
        edges {
          cursor
          node {
            id
            state
            kind
            title
            description
            quantity
            companyName
            creditCode
            public
            consentGivenBy
            consentGivenOn
            consentForm
            returnReason
            printHtml
            need {
              id
            }
            invited {
              id
              name
            }
          }
        }
      }
    }
  }
`);

export type Collection = NonNullable<ResultOf<typeof COLLECTION>['needCollection']>;
export type CollectedNeed = Collection['needs']['edges'][number]['node'];
