import { BadInputError, type DomainError } from '@app/kernel';
import { GraphQLError } from 'graphql';

/** How the parser says that it has stopped reading. */
const STOPPED_READING = /^Syntax Error: Document contains more (?:than|that) (\d+) tokens/;

/** The refusal behind a parser's error, when it is that the document is too long; otherwise null. */
export function tokenLimitRefusal(error: unknown): DomainError | null {
  const max = error instanceof GraphQLError ? STOPPED_READING.exec(error.message)?.[1] : undefined;
  return max === undefined ? null : new BadInputError('QUERY_TOO_LONG', { max });
}
