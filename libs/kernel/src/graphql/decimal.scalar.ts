import { GraphQLScalarType, Kind } from 'graphql';
import { parseDecimal } from '../values/decimal.js';

/** GraphQL scalar of exact decimals, as text on the wire. */
export const DecimalScalar = new GraphQLScalarType<string, string>({
  name: 'Decimal',
  description:
    'An exact decimal number as text, such as "0.0085": at most 24 digits before and 10 after the point.',
  serialize: (value) => parseDecimal(String(value)),
  parseValue: (value) => parseDecimal(String(value)),
  parseLiteral: (node) =>
    parseDecimal(
      node.kind === Kind.STRING || node.kind === Kind.INT || node.kind === Kind.FLOAT ? node.value : '',
    ),
});
