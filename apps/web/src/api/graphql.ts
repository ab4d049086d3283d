import { initGraphQLTada } from 'gql.tada';
import type { introspection } from './schema.generated.js';

/** Writes an operation whose variables and answer carry the types of the schema. */
export const graphql = initGraphQLTada<{
  introspection: introspection;
  disableMasking: true;
  scalars: { DateTime: string; Decimal: string; LocalDate: string };
}>();

/** The values of an enum of the schema. */
export type EnumOf<Name extends Parameters<typeof graphql.scalar>[0]> = ReturnType<
  typeof graphql.scalar<Name>
>;

export type { ResultOf, VariablesOf } from 'gql.tada';
