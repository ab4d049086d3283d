import { useCallback, useMemo } from 'react';
import { useQuery } from 'urql';
import { graphql, type ResultOf, USER_ERROR } from '../../../api/graphql.js';
import { useAction } from '../../../api/use-action.js';
import { SUPPLY_TERMS } from '../../published/supply-terms.js';
import { DECLARE_CERTIFICATE } from '../organization/fact.operations.js';

export const CREATE_CAPABILITY = graphql(`
  mutation CreateCapability($input: CreateCapabilityInput!) {
    createCapability(input: $input) {
      __typename
      ... on CreateCapabilityPayload {
        capability {
          id
          version
        }
      }
    }
  }
`);

export const UPDATE_CAPABILITY = graphql(
  `
    mutation UpdateCapability($input: UpdateCapabilityInput!) {
      updateCapability(input: $input) {
        __typename
        ... on UpdateCapabilityPayload {
          capability {
            id
            version
          }
        }
        ...UserError
      }
    }
  `,
  [USER_ERROR],
);

export const PUBLISH_CAPABILITY = graphql(`
  mutation PublishCapability($input: PublishCapabilityInput!) {
    publishCapability(input: $input) {
      __typename
      ... on PublishCapabilityPayload {
        capability {
          id
          state
        }
      }
    }
  }
`);

export const RECONFIRM_CAPABILITY = graphql(`
  mutation ReconfirmCapability($input: ReconfirmCapabilityInput!) {
    reconfirmCapability(input: $input) {
      __typename
      ... on ReconfirmCapabilityPayload {
        capability {
          id
          freshness {
            fact
            days
            stale
          }
        }
      }
    }
  }
`);

export const WITHDRAW_CAPABILITY = graphql(
  `
    mutation WithdrawCapability($input: WithdrawCapabilityInput!) {
      withdrawCapability(input: $input) {
        __typename
        ... on WithdrawCapabilityPayload {
          capability {
            id
            state
          }
        }
        ...UserError
      }
    }
  `,
  [USER_ERROR],
);

/** A capability as its supplier changes it. */
const OWN_CAPABILITY = graphql(
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
const CAPABILITY_ENTRY = graphql(`
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

const HELD_CERTIFICATES = graphql(`
  query HeldCertificates($organizationId: ID!) {
    organization(id: $organizationId) {
      id
      certificates {
        id
        kind {
          id
          name
        }
      }
    }
  }
`);

/** A kind of certificate that an organization has declared. */
export interface HeldCertificate {
  readonly kindId: string;
  readonly name: string;
}

/**
 * The kinds of certificates that an organization has declared, and how it declares further ones: with a key for the form, so
 * that sending it twice declares each once.
 */
export function useHeldCertificates(organizationId: string, formId: string) {
  const [{ data }, ask] = useQuery({ query: HELD_CERTIFICATES, variables: { organizationId } });
  const action = useAction(DECLARE_CERTIFICATE);
  const held = useMemo<HeldCertificate[]>(() => {
    const kinds = (data?.organization?.certificates ?? []).flatMap(({ kind }) => kind ?? []);
    return [...new Map(kinds.map(({ id, name }) => [id, { kindId: id, name }])).values()];
  }, [data]);
  const { run } = action;
  /** Declares the kinds that are not declared yet, one after the other; false at the first that is refused. */
  const declare = useCallback(
    async (kindIds: readonly string[] = []): Promise<boolean> => {
      for (const kindId of kindIds.filter((id) => !held.some((each) => each.kindId === id))) {
        const input = {
          kindId,
          actingOrganizationId: organizationId,
          clientMutationId: `${formId}-${kindId}`.slice(0, 60),
        };
        if (!(await run({ input }))) return false;
      }
      return true;
    },
    [held, organizationId, formId, run],
  );
  return { held, declare, refresh: ask, problem: action.problem, busy: action.busy };
}
