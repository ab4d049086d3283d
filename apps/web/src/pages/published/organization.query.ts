import { graphql, REGION, type ResultOf } from '../../api/graphql.js';
import { EVENT_CARD } from '../events/event-card.js';
import { CERTIFICATE, TIER } from './fact-lists.js';
import { NEED_CARD } from './need-card.js';

/** An organization as everybody sees it. */
export const ORGANIZATION = graphql(
  `
    query Organization($id: ID!) {
      organization(id: $id) {
        id
        name
        nameEn
        creditCode
        claimState
        status
        source
        sourceName
        introduction
        businessScope
        address
        website
        foundedOn
        headcountBand
        revenueBand
        chainLeaderOf
        registeredCapital {
          amount
          currency
        }
        industry {
          code
          name
        }
        region {
          ...Region
        }
        facts {
          fact
          state
        }
        tiers {
          ...Tier
        }
        certificates {
          ...Certificate
        }
        capabilities(first: 20, state: PUBLISHED) {
          edges {
            node {
              id
              title
              kind
              factState
            }
          }
        }
        procurementNeeds(first: 5, state: PUBLISHED) {
          edges {
            node {
              ...NeedCard
            }
          }
        }
        matchmakingEvents(first: 5) {
          edges {
            node {
              ...EventCard
            }
          }
        }
      }
    }
  `,
  [CERTIFICATE, TIER, NEED_CARD, EVENT_CARD, REGION],
);

export type OrganizationProfile = NonNullable<ResultOf<typeof ORGANIZATION>['organization']>;
