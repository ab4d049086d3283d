import { ProcurementNeed } from './procurement-need.entity.js';
import { NeedState } from './procurement-need.enums.js';

const NOW = new Date('2026-03-01T08:00:00Z');
const later = (days: number) => new Date(NOW.getTime() + days * 24 * 60 * 60 * 1000);
const draft = () => {
  const need = ProcurementNeed.draft('n', 'o', NOW);
  need.describe({ title: '壳体' }, NOW);
  return need;
};
const inState = (state: NeedState) => Object.assign(draft(), { state });

describe('a procurement need', () => {
  it('starts as version 1 when it is first described, and grows by one with every change', () => {
    const need = draft();
    expect(need.version).toBe(1);
    need.describe({ paymentTerms: '月结60天' }, NOW);
    need.publish(NOW);
    need.close(NOW);
    expect(need.version).toBe(4);
  });

  it('keeps what is left out and clears what is null', () => {
    const need = draft();
    need.describe({ alias: '某链主', paymentTerms: '月结60天' }, NOW);
    need.describe({ alias: null, paymentTerms: undefined }, NOW);
    expect(need).toMatchObject({ alias: null, paymentTerms: '月结60天' });
  });

  it('gives suppliers thirty days unless the buyer set a deadline', () => {
    const need = draft();
    need.publish(NOW);
    expect(need.replyDeadline).toEqual(later(30));
    const hurried = draft();
    hurried.describe({ replyDeadline: later(2) }, NOW);
    hurried.publish(NOW);
    expect(hurried.replyDeadline).toEqual(later(2));
  });

  it('is open from publication until the very deadline', () => {
    const need = draft();
    expect(need.openAt(NOW)).toBe(false);
    need.publish(NOW);
    expect([need.openAt(NOW), need.openAt(later(29.99)), need.openAt(later(30))]).toEqual([
      true,
      true,
      false,
    ]);
    need.close(NOW);
    expect(need.openAt(NOW)).toBe(false);
  });

  it('never has a target price or budget under the name of a schema field', () => {
    const need = draft();
    need.describe(
      {
        statedTargetPrice: { amount: '95', currency: 'CNY', taxIncluded: null, basis: '件' },
        statedBudget: { min: '1', max: null, currency: 'CNY' },
      },
      NOW,
    );
    expect('targetPrice' in need || 'budget' in need || 'organization' in need).toBe(false);
    expect(need.statedBudget).toEqual({ min: '1', max: null, currency: 'CNY' });
    need.describe({ statedTargetPrice: null, statedBudget: null }, NOW);
    expect([need.statedTargetPrice, need.statedBudget]).toEqual([null, null]);
  });

  it.each(Object.values(NeedState))('obeys the law of states from %s', (state) => {
    const allowed = (step: (need: ProcurementNeed) => void) => {
      try {
        step(inState(state));
        return true;
      } catch {
        return false;
      }
    };
    expect({
      describe: allowed((need) => need.describe({ title: '新' }, NOW)),
      publish: allowed((need) => need.publish(NOW)),
      close: allowed((need) => need.close(NOW)),
      cancel: allowed((need) => need.cancel('不需要', NOW)),
    }).toEqual({
      describe: ['DRAFT', 'PUBLISHED'].includes(state),
      publish: state === NeedState.DRAFT,
      close: state === NeedState.PUBLISHED,
      cancel: ['DRAFT', 'PUBLISHED', 'CLOSED'].includes(state),
    });
  });
});
