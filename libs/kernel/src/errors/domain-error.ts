import type { TextParams } from '../text/text-catalogue.js';

/** What went wrong, seen from the caller; the edge maps each to a GraphQL code and an HTTP status. */
export type DomainErrorKind =
  'UNAUTHENTICATED' | 'FORBIDDEN' | 'NOT_FOUND' | 'BAD_INPUT' | 'CONFLICT' | 'TOO_MANY' | 'UNAVAILABLE';

/** A refusal in the words of the trade: a code, whose sentence stands in a catalogue, and its parameters. */
export class DomainError extends Error {
  constructor(
    readonly kind: DomainErrorKind,
    readonly code: string,
    readonly params: TextParams = {},
    /** Input fields concerned, as paths (`input.lines.0.quantity`). */
    readonly fields: readonly string[] = [],
  ) {
    super(code);
    this.name = new.target.name;
  }
}

/**
 * Makes an error without a stack. Refusals that a crowd brings about by the thousand are told to the caller and never
 * logged; reading their stacks through source maps would cost more than everything else about them.
 */
export function withoutStack<E extends Error>(make: () => E): E {
  const { stackTraceLimit } = Error;
  Error.stackTraceLimit = 0;
  try {
    return make();
  } finally {
    Error.stackTraceLimit = stackTraceLimit;
  }
}

/** The caller has to sign in first. */
export class UnauthenticatedError extends DomainError {
  constructor() {
    super('UNAUTHENTICATED', 'UNAUTHENTICATED');
  }
}

/** The caller is known and may not do this. */
export class ForbiddenError extends DomainError {
  constructor() {
    super('FORBIDDEN', 'FORBIDDEN');
  }
}

/** There is no such thing, or the caller may not know of it: the two look alike. */
export class NotFoundError extends DomainError {
  constructor() {
    super('NOT_FOUND', 'NOT_FOUND');
  }
}

/** The input cannot be taken; the code says why and `fields` where. */
export class BadInputError extends DomainError {
  constructor(code: string, params: TextParams = {}, fields: readonly string[] = []) {
    super('BAD_INPUT', code, params, fields);
  }
}
