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

/** The part of a match that decides whether it fits. */
interface Fit {
  readonly card: { readonly criteria: readonly Pick<Criterion, 'key' | 'state' | 'score'>[] };
}

/** Minimum share of the wanted concepts that a supplier must cover to fit. */
const COVERED = 0.5;

/** Whether the supplier covers the wanted concepts; true when nothing is known about them. */
export function fits({ card }: Fit): boolean {
  const coverage = card.criteria.find(({ key }) => key === 'CONCEPT_COVERAGE');
  return !coverage || coverage.state === 'MET' || (coverage.state === 'PARTLY' && coverage.score >= COVERED);
}

/** The index after the last match that fits; the matches from there on only come close. */
export function firstNear(matches: readonly Fit[]): number {
  const last = matches.findLastIndex(fits);
  return last + 1;
}
