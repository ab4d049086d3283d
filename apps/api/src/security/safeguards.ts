import type { Settings } from '@app/kernel';

/** Dependency-injection token of {@link Safeguards}. */
export const SAFEGUARDS = Symbol('Safeguards');

/** How much of one operation is read; Infinity takes a limit away. */
export interface QueryLimits {
  /** Levels of fields below one another; introspection has a limit of its own. */
  readonly depth: number;
  /** Fields and fragments' fields under another name. */
  readonly aliases: number;
  /** Directives, wherever they stand. */
  readonly directives: number;
  /** Tokens of the document: words, numbers, braces. */
  readonly tokens: number;
  /** Fields asked of Query or Mutation. */
  readonly rootFields: number;
  /** How often one selection may ask for the same field under the same name. */
  readonly repeats: number;
  /** Values that an operation may ask for, as {@link import('../graphql/limits/query-cost.js').compileCost} counts. */
  readonly cost: number;
}

/** Cost that callers may spend in a minute; what is unspent is kept for at most a minute. */
export interface RateLimits {
  /** One signed-in person. */
  readonly person: number;
  /** All guests of one network address together. */
  readonly guests: number;
}

/** Everything that stands between a request and the use cases, beside the policies. */
export interface Safeguards {
  readonly query: QueryLimits;
  /** Null: nobody is counted. */
  readonly rate: RateLimits | null;
  /** Time for an operation, and for one SQL statement of it, in milliseconds; Infinity: no end. */
  readonly operationMs: number;
  readonly statementMs: number;
  readonly bodyBytes: number;
  /** Whether GraphQL's own rules are applied: known fields, no circular fragments. */
  readonly validation: boolean;
  /** Whether a browser can be made to send an operation from another site's page. */
  readonly csrfPrevention: boolean;
  readonly batching: boolean;
  readonly introspection: boolean;
  /** Whether a misspelt field is answered with the names of others. */
  readonly suggestions: boolean;
  /** Whether unexpected errors are hidden from the caller. */
  readonly masking: boolean;
}

/** Single safeguards set otherwise than the settings say: a test shows by it what a safeguard keeps out. */
export type SafeguardChanges = Partial<Omit<Safeguards, 'query'>> & {
  readonly query?: Partial<QueryLimits>;
};

const QUERY: QueryLimits = {
  depth: 8,
  aliases: 15,
  directives: 20,
  tokens: 1500,
  rootFields: 15,
  repeats: 5,
  cost: 10_000,
};

/** The safeguards of a process; introspection and suggestions are for those who develop. */
export function safeguardsOf(settings: Settings, changes: SafeguardChanges = {}): Safeguards {
  const { query, ...others } = changes;
  return {
    rate:
      (settings.RATE_LIMIT ?? settings.production)
        ? { person: settings.RATE_LIMIT_PERSON, guests: settings.RATE_LIMIT_GUESTS }
        : null,
    operationMs: 10_000,
    statementMs: 10_000,
    // A need with a hundred lines is far below.
    bodyBytes: 1_000_000,
    validation: true,
    csrfPrevention: true,
    batching: false,
    introspection: !settings.production,
    suggestions: !settings.production,
    masking: true,
    ...others,
    query: { ...QUERY, ...query },
  };
}
