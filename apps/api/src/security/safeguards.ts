import type { Settings } from '@app/kernel';
import { type OperationLimits, usualOperationLimits } from './operation-admission.js';

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
  /** What it may compute: four needs with their matches, or one need of two thousand characters. */
  readonly dear: number;
}

/** Cost that callers may spend in a minute; what is unspent is kept for at most a minute. */
export interface RateLimits {
  /** One signed-in person. */
  readonly person: number;
  /** All guests of one network address together. */
  readonly guests: number;
  /** The part of it that one caller may spend on operations that compute; counted across processes. */
  readonly dear: number;
}

/** Longest time a request may take to arrive, in milliseconds; a slower one gets 408 and its connection is closed. */
export interface ArrivalLimits {
  /** Until its headers are there. */
  readonly headersMs: number;
  /** Until all of it is there: with the largest body a line of 17 kB a second is fast enough. */
  readonly requestMs: number;
  /** How often it is looked which connections are late. */
  readonly lookEveryMs: number;
}

/** Everything that stands between a request and the use cases, beside the policies. */
export interface Safeguards {
  readonly query: QueryLimits;
  /** Null: nobody is counted. */
  readonly rate: RateLimits | null;
  /** How many operations are carried out at once, and wait. */
  readonly operations: OperationLimits;
  /** Whether refusals to an address that goes on asking for too much are held back. */
  readonly refusalPause: boolean;
  /** Time for an operation, and for one SQL statement of it, in milliseconds; Infinity: no end. */
  readonly operationMs: number;
  readonly statementMs: number;
  readonly bodyBytes: number;
  readonly arrival: ArrivalLimits;
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
  dear: 4000,
};

/** The safeguards of a process; introspection and suggestions are for those who develop. */
export function safeguardsOf(settings: Settings, changes: SafeguardChanges = {}): Safeguards {
  const { query, ...others } = changes;
  return {
    rate:
      (settings.RATE_LIMIT ?? settings.production)
        ? {
            person: settings.RATE_LIMIT_PERSON,
            guests: settings.RATE_LIMIT_GUESTS,
            dear: settings.RATE_LIMIT_DEAR,
          }
        : null,
    operations: usualOperationLimits(),
    refusalPause: true,
    operationMs: 10_000,
    statementMs: 10_000,
    // A need with a hundred lines is far below.
    bodyBytes: 1_000_000,
    arrival: { headersMs: 20_000, requestMs: 60_000, lookEveryMs: 5000 },
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
