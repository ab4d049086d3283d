import { Field, InputType, ObjectType, registerEnumType } from '@nestjs/graphql';
import { IsEnum, Length, Matches } from 'class-validator';
import { Period } from '../values/period.js';
import { DecimalScalar } from './decimal.scalar.js';

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
