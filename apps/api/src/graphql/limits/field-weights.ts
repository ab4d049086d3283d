/** What a value costs that comes with the thing it belongs to. */
const PLAIN = 1;
/** A root field of Query: at least one statement. */
const QUERY = 10;
/** A use case that writes: a transaction, events, and what follows from them. */
const MUTATION = 50;

/**
 * Fields that compute: by measured processor time beside a plain list's 2 ms, which costs 10. A match takes 50 to 150 ms,
 * half a second where every character of its text names another thing.
 */
export const COMPUTING: Readonly<Record<string, number>> = {
  'Query.search': 50,
  'Query.brochureReading': 300,
  'Query.matchesForWords': 500,
  'ProcurementNeed.matches': 1000,
  'Capability.matchingNeeds': 1000,
  'Organization.matchingNeeds': 1500,
  'CollectedNeed.suggestions': 1000,
  'Query.match': 50,
};

/** Arguments whose every character makes a field dearer, and by how much. */
export const BY_LENGTH: Readonly<Record<string, { readonly argument: string; readonly each: number }>> = {
  'Query.matchesForWords': { argument: 'text', each: 1 },
  'Query.search': { argument: 'text', each: 10 },
};

/** A field of this weight is dear: it computes for longer than a list takes altogether. */
export const DEAR = 500;

/** What a field costs by itself, without what is selected below it. */
export function weightOf(typeName: string, fieldName: string): number {
  const computing = COMPUTING[`${typeName}.${fieldName}`];
  if (computing !== undefined) return computing;
  if (typeName === 'Mutation') return MUTATION;
  return typeName === 'Query' ? QUERY : PLAIN;
}
