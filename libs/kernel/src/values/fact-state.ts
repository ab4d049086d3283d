import { registerEnumType } from '@nestjs/graphql';
import { DateTime } from 'luxon';

/** How well a fact that a buyer relies on is founded, weakest first; EXPIRED is only ever computed from its date. */
export enum FactState {
  INFERRED = 'INFERRED',
  IMPORTED = 'IMPORTED',
  DECLARED = 'DECLARED',
  CHECKED = 'CHECKED',
  EXPIRED = 'EXPIRED',
}

registerEnumType(FactState, {
  name: 'FactState',
  description: 'How well a fact is founded.',
  valuesMap: {
    INFERRED: { description: 'Derived by software from a registration; nobody declared it.' },
    IMPORTED: { description: 'Taken from an official or partner list.' },
    DECLARED: { description: 'Said by the organization itself.' },
    CHECKED: { description: 'Verified by platform staff.' },
    EXPIRED: { description: 'Its day of validity has passed.' },
  },
});

/** The states that are kept; expiry is asked of the calendar instead. */
export type KeptFactState = Exclude<FactState, FactState.EXPIRED>;

/** The calendar day of an instant in the Delta (Asia/Shanghai), as YYYY-MM-DD. */
export function calendarDay(instant: Date): string {
  return DateTime.fromJSDate(instant, { zone: 'Asia/Shanghai' }).toFormat('yyyy-MM-dd');
}

/** The state of a fact on a day: EXPIRED once the day after its last valid day has begun. */
export function factStateOn(
  fact: { factState: KeptFactState; validUntil: string | null },
  day: string,
): FactState {
  return fact.validUntil !== null && fact.validUntil < day ? FactState.EXPIRED : fact.factState;
}
