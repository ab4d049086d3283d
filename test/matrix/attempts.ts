import type { GraphqlClient } from '../support/graphql-client.js';
import type { Outcome } from './access-table.js';

interface Thing {
  readonly __typename?: string;
  readonly id?: string;
}

interface Connection {
  readonly edges: readonly { readonly node: Thing }[];
}

interface SearchPage {
  readonly hits: readonly { readonly item: Thing }[];
  readonly total: number;
  readonly facets: readonly { readonly values: readonly { readonly count: number }[] }[];
}

/** The names of the market's things by their global ids. */
export type ThingNames = ReadonlyMap<string, string>;

/** Sends an operation and says in the table's words what came of it. */
export async function attempt(
  client: GraphqlClient,
  document: string,
  variables: Record<string, unknown>,
  names: ThingNames,
): Promise<Outcome> {
  const { data, errors } = await client.send<{ answer: unknown }>(document, variables);
  const [error] = errors;
  if (error) return error.extensions.reason ?? error.extensions.code ?? error.message;
  return describeAnswer(data?.answer, names);
}

/** An answer in the words of the table. */
export function describeAnswer(answer: unknown, names: ThingNames): Outcome {
  if (answer === null || answer === undefined) return 'nothing';
  if (typeof answer !== 'object') return 'yes';
  if (Array.isArray(answer)) return listed(answer as Thing[], names);
  if (isConnection(answer))
    return listed(
      answer.edges.map(({ node }) => node),
      names,
    );
  if (isSearchPage(answer)) return found(answer, names);
  const { __typename: type = '', code } = answer as Thing & { code?: string };
  return type.endsWith('Error') ? (code ?? type) : 'yes';
}

function isSearchPage(answer: object): answer is SearchPage {
  return 'hits' in answer;
}

/** What a search shows; its total and its facets must count exactly that. */
function found({ hits, total, facets }: SearchPage, names: ThingNames): Outcome {
  const counted = facets.map(({ values }) => values.reduce((sum, { count }) => sum + count, 0));
  if ([total, ...counted].some((count) => count !== hits.length)) return 'counts what it does not show';
  return listed(
    hits.map(({ item }) => item),
    names,
  );
}

function isConnection(answer: object): answer is Connection {
  return 'edges' in answer;
}

/** Known things by their names; a list of others counts as shown. */
function listed(things: readonly Thing[], names: ThingNames): Outcome {
  if (things.length === 0) return 'nothing';
  const known = things.map(({ id }) => (id ? names.get(id) : undefined)).filter((name) => name !== undefined);
  return known.length === 0 ? 'yes' : [...new Set(known)].sort().join(', ');
}
