/** What a value costs that comes with the thing it belongs to. */
const PLAIN = 1;
/** A root field of Query: at least one statement. */
const QUERY = 10;
/** A use case that writes: a transaction, events, and what follows from them. */
const MUTATION = 50;

/** Fields that compute: by measured time beside a plain list's 2 ms, which costs 10. */
export const COMPUTING: Readonly<Record<string, number>> = {
  'Query.search': 50,
  'Query.matchesForWords': 500,
  'ProcurementNeed.matches': 500,
  'Capability.matchingNeeds': 500,
  'Organization.matchingNeeds': 500,
  'CollectedNeed.suggestions': 500,
  'Query.match': 50,
};

/** What a field costs by itself, without what is selected below it. */
export function weightOf(typeName: string, fieldName: string): number {
  const computing = COMPUTING[`${typeName}.${fieldName}`];
  if (computing !== undefined) return computing;
  if (typeName === 'Mutation') return MUTATION;
  return typeName === 'Query' ? QUERY : PLAIN;
}
