import { graphql, type ResultOf } from '../../../api/graphql.js';

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
