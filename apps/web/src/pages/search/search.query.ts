import { graphql, REGION, type ResultOf } from '../../api/graphql.js';

/** One page of hits with their facets. */
export const SEARCH = graphql(
  `
    query Search(
      $index: SearchIndex!
      $text: String
      $filter: SearchFilterInput
      $facets: [SearchFacet!]!
      $sort: SearchSort!
      $page: Int!
      $pageSize: Int!
      $placesAsWords: Boolean!
    ) {
      search(
        index: $index
        text: $text
        filter: $filter
        facets: $facets
        sort: $sort
        page: $page
        pageSize: $pageSize
        placesAsWords: $placesAsWords
      ) {
        total
        totalIsLowerBound
        degraded
        relaxed
        broadened {
          words
          instead
        }
        places
        facets {
          facet
          values {
            value
            label
            count
          }
        }
        hits {
          titleHighlight
          textHighlight
          item {
            __typename
            ... on Capability {
              id
              title
              capabilityKind: kind
              factState
              leadTimeDays
              organization {
                id
                name
                region {
                  ...Region
                }
                tiers {
                  id
                  level
                }
              }
            }
            ... on Organization {
              id
              name
              claimState
              region {
                ...Region
              }
              industry {
                code
                name
              }
              tiers {
                id
                level
              }
            }
            ... on ProcurementNeed {
              id
              title
              needKind: kind
              alias
              replyDeadline
              deliveryRegion {
                code
                name
              }
              buyer: organization {
                id
                name
              }
            }
            ... on MatchmakingEvent {
              id
              title
              eventKind: kind
              venue
              onlineUrl
              schedule {
                starts
                ends
              }
              region {
                code
                name
              }
            }
          }
        }
      }
    }
  `,
  [REGION],
);

export type SearchPage = ResultOf<typeof SEARCH>['search'];
export type SearchHit = SearchPage['hits'][number];
export type HitItem = SearchHit['item'];
