import { Field, InputType, ObjectType, registerEnumType } from '@nestjs/graphql';
import { IsEnum, Length, Matches } from 'class-validator';
import { GraphQLScalarType, Kind } from 'graphql';
import { DateTime } from 'luxon';
import { BadInputError } from '../errors/domain-error.js';
import { parseDecimal, Period } from '../values/decimal.js';

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

registerEnumType(Period, {
  name: 'Period',
  description: 'How often a quantity comes.',
  valuesMap: {
    ONCE: { description: 'A single time.' },
    MONTH: { description: 'Every month.' },
    YEAR: { description: 'Every year.' },
  },
});

@ObjectType('Money', { description: 'An exact amount of money.' })
export class MoneyType {
  @Field(() => DecimalScalar, { description: 'Exact amount in the currency’s main unit.' })
  amount!: string;

  @Field({ description: 'ISO 4217 code, such as CNY.' })
  currency!: string;
}

@InputType({ description: 'An exact amount of money.' })
export class MoneyInput {
  @Field(() => DecimalScalar, { description: 'Exact amount in the currency’s main unit.' })
  amount!: string;

  @Field({ description: 'ISO 4217 code, such as CNY.', defaultValue: 'CNY' })
  @Matches(/^[A-Z]{3}$/)
  currency!: string;
}

@ObjectType('Quantity', { description: 'An amount with its unit and period.' })
export class QuantityType {
  @Field(() => DecimalScalar, { description: 'How many units.' })
  amount!: string;

  @Field({ description: 'Unit as the trade writes it: 件, kg, 米.' })
  unit!: string;

  @Field(() => Period, { description: 'Once, per month or per year.' })
  period!: Period;
}

@InputType({ description: 'An amount with its unit and period.' })
export class QuantityInput {
  @Field(() => DecimalScalar, { description: 'How many units.' })
  amount!: string;

  @Field({ description: 'Unit as the trade writes it: 件, kg, 米.' })
  @Length(1, 20)
  unit!: string;

  @Field(() => Period, { description: 'Once, per month or per year.', defaultValue: Period.ONCE })
  @IsEnum(Period)
  period!: Period;
}
