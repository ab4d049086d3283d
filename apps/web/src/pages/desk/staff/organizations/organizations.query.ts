import { graphql, type ResultOf } from '../../../../api/graphql.js';

/** The directory as staff look through it. */
export const ORGANIZATIONS = graphql(`
  query StaffOrganizations($first: Int!, $text: String, $claimState: ClaimState) {
    organizations(first: $first, text: $text, claimState: $claimState) {
      totalCount
      edges {
        node {
          id
          name
          creditCode
          claimState
          source
          region {
            code
            name
            parent {
              code
              name
            }
          }
        }
      }
      pageInfo {
        hasNextPage
      }
    }
  }
`);

/** Who belongs to an organization. */
export const MEMBERS_OF = graphql(`
  query StaffMembers($id: ID!) {
    organization(id: $id) {
      id
      members {
        id
        role
        joinedAt
        user {
          id
          name
        }
      }
    }
  }
`);

export type StaffOrganization = ResultOf<typeof ORGANIZATIONS>['organizations']['edges'][number]['node'];
