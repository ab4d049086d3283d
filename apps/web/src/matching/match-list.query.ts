import { graphql, type ResultOf } from '../api/graphql.js';

/** What a card shows, for both sides. */
export const MATCH_CARD = graphql(`
  fragment MatchCardFacts on MatchCard {
    score
    reachable
    factsKnown
    factsAsked
    decidingFact
    criteria {
      key
      name
      state
      score
      weight
      reason
      parts {
        asked
        met
        fit
      }
    }
  }
`);

/** What a list of matches shows. */
export const MATCHES = graphql(
  `
    fragment Matches on MatchList {
      compared
      parts {
        text
        kind
        role
        conceptId
        conceptName
      }
      conditions {
        label
        value
      }
      matches {
        organization {
          id
          name
          claimState
          region {
            code
            name
            parent {
              code
              name
            }
          }
          tiers {
            id
            level
          }
        }
        capability {
          id
          title
          kind
          factState
        }
        feedback {
          verdict
        }
        card {
          ...MatchCardFacts
        }
      }
    }
  `,
  [MATCH_CARD],
);

export type MatchList = ResultOf<typeof MATCHES>;
export type Match = MatchList['matches'][number];
export type MatchCardData = Match['card'];
export type Criterion = MatchCardData['criteria'][number];

/** Explained matches for words that are not stored. */
export const MATCHES_FOR_WORDS = graphql(
  `
    query MatchesForWords($text: String!, $first: Int!) {
      matchesForWords(text: $text, first: $first) {
        ...Matches
      }
    }
  `,
  [MATCHES],
);
