import { useCallback, useMemo } from 'react';
import { useQuery } from 'urql';
import { graphql } from '../../../api/graphql.js';
import { useAction } from '../../../api/use-action.js';
import { DECLARE_CERTIFICATE } from '../organization/fact.operations.js';

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
