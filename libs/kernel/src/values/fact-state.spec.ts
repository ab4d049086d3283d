import { calendarDay, FactState, factStateOn } from './fact-state.js';

describe('the state of a fact', () => {
  const certificate = { factState: FactState.CHECKED as const, validUntil: '2026-03-31' };

  it('holds through the last valid day', () => {
    expect(factStateOn(certificate, '2026-03-30')).toBe(FactState.CHECKED);
    expect(factStateOn(certificate, '2026-03-31')).toBe(FactState.CHECKED);
  });

  it('is EXPIRED from the next day on', () => {
    expect(factStateOn(certificate, '2026-04-01')).toBe(FactState.EXPIRED);
  });

  it('never expires without a date', () => {
    expect(factStateOn({ factState: FactState.DECLARED, validUntil: null }, '2999-01-01')).toBe(
      FactState.DECLARED,
    );
  });
});

it('a calendar day begins at midnight in Shanghai', () => {
  expect(calendarDay(new Date('2026-03-31T15:59:59Z'))).toBe('2026-03-31');
  expect(calendarDay(new Date('2026-03-31T16:00:00Z'))).toBe('2026-04-01');
});
