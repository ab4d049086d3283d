import { graphql, type ResultOf } from '../../../api/graphql.js';

/** What an event came to, in numbers of this moment. */
export const REPORT = graphql(`
  query EventReport($id: ID!) {
    matchmakingEvent(id: $id) {
      id
      numbers {
        countedAt
        meetings {
          arranged
          held
          noShows
          wishes
          satisfiedWishes
          intentsClaimed
          intentsConfirmed
          outcomesClaimed
          outcomesConfirmed
        }
        outcomes {
          kind
          claimed
          confirmed
          amountClaimed
          amountConfirmed
        }
        gaps {
          conceptId
          name
          chains
          needs
          suppliersHere
          suppliersAnywhere
        }
      }
    }
  }
`);

/** The numbers of an event. */
export type ReportNumbers = NonNullable<NonNullable<ResultOf<typeof REPORT>['matchmakingEvent']>['numbers']>;

/** A concept that needs name, and who could offer it. */
export type Gap = ReportNumbers['gaps'][number];
