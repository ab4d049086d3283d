import { CriterionKey, type CandidateFacts } from '@app/matching';
import { Period } from '@app/kernel';
import { type StatedInResponse, withResponse } from './stated-in-responses.reader.js';

const now = new Date('2026-03-01T00:00:00Z');
const amount = (value: number, period: Period) => ({ amount: String(value), unit: '件', period });
const listed = (capacity: CandidateFacts['capacity']) =>
  ({
    capabilityId: 'c',
    parameters: [],
    certificates: [],
    leadTimeDays: null,
    capacity,
  }) as unknown as CandidateFacts;
const response = (capacity: StatedInResponse['capacity']): StatedInResponse => ({
  capabilityId: null,
  parameters: [],
  leadTimeDays: null,
  certificates: null,
  capacity,
});
const stated = (said: StatedInResponse['capacity'], of: CandidateFacts['capacity']) =>
  withResponse(listed(of), response(said), { certificatesIn: () => [], now });

describe('the capacity of a response', () => {
  const monthly = amount(90_000, Period.MONTH);

  it('is no rate when it is for this once, and does not take the place of one', () => {
    const facts = stated(amount(5_000, Period.ONCE), monthly);
    expect(facts.capacity).toEqual(monthly);
    expect(facts.statedForNeed).toEqual([]);
  });

  it.each([Period.MONTH, Period.YEAR])('takes the place of the listing’s when it is a rate: %s', (period) => {
    const facts = stated(amount(120_000, period), monthly);
    expect(facts.capacity).toEqual(amount(120_000, period));
    expect(facts.statedForNeed).toEqual([CriterionKey.CAPACITY]);
  });

  it('counts where the listing says nothing', () => {
    expect(stated(amount(5_000, Period.ONCE), null).capacity).toEqual(amount(5_000, Period.ONCE));
  });
});
