import { graphql, REGION, type ResultOf } from '../api/graphql.js';

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
            ...Region
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
  [MATCH_CARD, REGION],
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

/** As much of a match as tells whether it fits. */
interface Fit {
  readonly card: { readonly criteria: readonly Pick<Criterion, 'key' | 'state' | 'score'>[] };
}

/** Below this share of what is looked for a supplier only comes near. */
const COVERED = 0.5;

/** Whether all that is looked for is met by what the supplier offers, as far as words tell. */
export function fits({ card }: Fit): boolean {
  const coverage = card.criteria.find(({ key }) => key === 'CONCEPT_COVERAGE');
  return !coverage || coverage.state === 'MET' || (coverage.state === 'PARTLY' && coverage.score >= COVERED);
}

/** How many of the first matches fit; after them matches only come near. */
export function firstNear(matches: readonly Fit[]): number {
  const last = matches.findLastIndex(fits);
  return last + 1;
}
