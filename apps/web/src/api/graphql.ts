import { initGraphQLTada } from 'gql.tada';
import type { introspection } from './schema.generated.js';

/** Declares an operation; its variables and its answer have the types of the schema. */
export const graphql = initGraphQLTada<{
  introspection: introspection;
  disableMasking: true;
  scalars: { DateTime: string; Decimal: string; LocalDate: string };
}>();

/** What every mutation selects of an expected error; `useAction` turns it into a problem to show. */
export const USER_ERROR = graphql(`
  fragment UserError on UserError {
    code
    message
    fields
  }
`);

/** A region with the one around it, as `placeName` writes it. */
export const REGION = graphql(`
  fragment Region on Region {
    code
    name
    parent {
      code
      name
    }
  }
`);

/** The values of an enum of the schema. */
export type EnumOf<Name extends Parameters<typeof graphql.scalar>[0]> = ReturnType<
  typeof graphql.scalar<Name>
>;

export type { ResultOf, VariablesOf } from 'gql.tada';
