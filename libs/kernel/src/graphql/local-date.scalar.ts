import { GraphQLScalarType, Kind } from 'graphql';
import { DateTime } from 'luxon';
import { BadInputError } from '../errors/domain-error.js';

function parseLocalDate(value: unknown): string {
  const text = String(value);
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text) || !DateTime.fromISO(text).isValid) {
    throw new BadInputError('INVALID_DATE', { value: text.slice(0, 40) });
  }
  return text;
}

/** GraphQL scalar of calendar days without a zone, as YYYY-MM-DD. */
export const LocalDateScalar = new GraphQLScalarType<string, string>({
  name: 'LocalDate',
  description: 'A calendar day without a time zone, as YYYY-MM-DD.',
  serialize: parseLocalDate,
  parseValue: parseLocalDate,
  parseLiteral: (node) => parseLocalDate(node.kind === Kind.STRING ? node.value : ''),
});
