import { useQuery } from 'urql';
import { graphql, type ResultOf } from '../../../api/graphql.js';
import { useSettled } from '../../../matching/need-reading.js';

const BROCHURE_READING = graphql(`
  query BrochureReading($text: String!) {
    brochureReading(text: $text) {
      title
      materials
      processes
      parts {
        text
        kind
        role
        weight
        conceptId
        conceptName
      }
      capacities {
        amount
        unit
        period
        passage
      }
      minimumOrders {
        amount
        unit
        period
        passage
      }
      leadTimes {
        days
        passage
      }
      certificates {
        kindId
        name
        passage
      }
      parameters {
        parameterId
        name
        min
        max
        unit
        values
        passage
      }
    }
  }
`);

/** What the platform reads in a brochure. */
export type BrochureReading = ResultOf<typeof BROCHURE_READING>['brochureReading'];

/** The longest text that is read. */
export const MAX_BROCHURE = 5000;

/** What a brochure states, once the person pauses; undefined before. */
export function useBrochure(words: string): BrochureReading | undefined {
  const text = useSettled(words.trim().slice(0, MAX_BROCHURE));
  const pause = text.length < 2;
  const [{ data }] = useQuery({ query: BROCHURE_READING, variables: { text }, pause });
  return pause ? undefined : data?.brochureReading;
}
