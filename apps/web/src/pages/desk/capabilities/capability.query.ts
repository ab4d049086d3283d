import { graphql, type ResultOf } from '../../../api/graphql.js';
import { SUPPLY_TERMS } from '../../capability/supply-terms.js';

/** A capability as its supplier changes it. */
export const OWN_CAPABILITY = graphql(
  `
    fragment OwnCapability on Capability {
      ...SupplyTerms
      id
      title
      kind
      state
      description
      factState
      version
      conceptsCorrected
      concepts {
        conceptId
        text
        kind
      }
    }
  `,
  [SUPPLY_TERMS],
);

export type OwnCapability = ResultOf<typeof OWN_CAPABILITY>;

/** A capability among the supplier's own. */
export const CAPABILITY_ENTRY = graphql(`
  fragment CapabilityEntry on Capability {
    id
    title
    kind
    state
    factState
    freshness {
      fact
      days
      stale
    }
  }
`);

export type CapabilityEntry = ResultOf<typeof CAPABILITY_ENTRY>;

export const OWN_CAPABILITIES = graphql(
  `
    query OwnCapabilities($organizationId: ID!, $state: CapabilityState) {
      organization(id: $organizationId) {
        id
        capabilities(first: 100, state: $state) {
          edges {
            node {
              ...CapabilityEntry
            }
          }
        }
      }
    }
  `,
  [CAPABILITY_ENTRY],
);

export const CAPABILITY_TO_EDIT = graphql(
  `
    query CapabilityToEdit($id: ID!) {
      capability(id: $id) {
        ...OwnCapability
      }
    }
  `,
  [OWN_CAPABILITY],
);
