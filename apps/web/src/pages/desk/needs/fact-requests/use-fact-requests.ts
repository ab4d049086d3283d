import { useQuery } from 'urql';
import { graphql } from '../../../../api/graphql.js';
import { FACT_REQUEST, type FactRequestEntry } from './fact-requests.js';

const FACT_REQUESTS = graphql(
  `
    query FactRequestsOfNeed($id: ID!) {
      procurementNeed(id: $id) {
        id
        factRequests(first: 50) {
          edges {
            node {
              ...FactRequestEntry
            }
          }
        }
      }
    }
  `,
  [FACT_REQUEST],
);

/** Which companies were asked for facts about a need, the newest first. Apart from its matches: both are much to ask. */
export function useFactRequests(needId: string): {
  readonly requests: readonly FactRequestEntry[];
  readonly refresh: () => void;
} {
  const [{ data }, ask] = useQuery({
    query: FACT_REQUESTS,
    variables: { id: needId },
    requestPolicy: 'cache-and-network',
  });
  return {
    requests: data?.procurementNeed?.factRequests?.edges.map(({ node }) => node) ?? [],
    refresh: () => ask({ requestPolicy: 'network-only' }),
  };
}
