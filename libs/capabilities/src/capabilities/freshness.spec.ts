import { CapabilityFact } from './capability.enums.js';
import { FRESH_DAYS, freshnessOf } from './freshness.js';

const DAY = 86_400_000;
const confirmed = new Date('2026-01-01T00:00:00Z');
const after = (days: number, milliseconds = 0) => new Date(confirmed.getTime() + days * DAY + milliseconds);

describe('freshness', () => {
  const facts = { [CapabilityFact.CAPACITY]: confirmed.toISOString() };

  it('counts whole days', () => {
    expect(freshnessOf(facts, after(12, -1))).toMatchObject([{ days: 11 }]);
    expect(freshnessOf(facts, after(12))).toMatchObject([
      { fact: CapabilityFact.CAPACITY, confirmedAt: confirmed, days: 12 },
    ]);
  });

  it('is stale from the day after the last fresh one', () => {
    const limit = FRESH_DAYS[CapabilityFact.CAPACITY];
    expect(freshnessOf(facts, after(limit))[0]!.stale).toBe(false);
    expect(freshnessOf(facts, after(limit + 1))[0]!.stale).toBe(true);
  });

  it('says nothing of facts that nobody confirmed, and never counts below zero', () => {
    expect(freshnessOf({}, confirmed)).toEqual([]);
    expect(freshnessOf(facts, after(-3))).toMatchObject([{ days: 0, stale: false }]);
  });
});
