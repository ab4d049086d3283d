import { Period } from '@app/kernel';
import { NeedLine, type NeedLineTerms, type NeedTerms, ProcurementNeed } from '@app/procurement';
import { describeNeed } from './describe-need.js';

/** Half past midnight in China, still the day before in UTC. */
const NOW = new Date('2026-05-31T16:30:00Z');
const VIEW = { now: NOW, seesHiddenAmounts: true };

function aNeed(terms: NeedTerms): ProcurementNeed {
  return Object.assign(ProcurementNeed.draft('n1', 'buyer', NOW), { title: '压铸壳体', ...terms });
}

const aLine = (terms: NeedLineTerms) => NeedLine.of('n1', { id: 'l1', position: 1, name: '壳体' }, terms);
const monthly = (amount: string, unit = '件'): NeedLineTerms => ({
  quantityAmount: amount,
  quantityUnit: unit,
  quantityPeriod: Period.MONTH,
});

describe('a stored need as matching takes it in', () => {
  it('asks for the largest quantity of the first line’s unit', () => {
    const lines = [aLine(monthly('900')), aLine(monthly('5000')), aLine(monthly('80000', 'kg'))];
    expect(describeNeed(aNeed({}), lines, VIEW).quantity).toEqual({
      amount: '5000',
      unit: '件',
      period: Period.MONTH,
    });
    expect(describeNeed(aNeed({}), [aLine({})], VIEW).quantity).toBeUndefined();
  });

  it('counts days of delivery on the calendar of China', () => {
    const days = (deliverBy: string | null) => describeNeed(aNeed({ deliverBy }), [], VIEW).deliverInDays;
    expect([days('2026-06-11'), days('2026-06-01'), days('2026-01-01'), days(null)]).toEqual([
      10,
      undefined,
      undefined,
      undefined,
    ]);
  });

  it('hides the target price from a reader who may not see it', () => {
    const statedTargetPrice = { amount: '95', currency: 'CNY', taxIncluded: null, basis: 'kg' };
    const need = aNeed({ statedTargetPrice });
    const price = { max: '95', currency: 'CNY', taxIncluded: true, basis: 'kg' };
    expect(describeNeed(need, [], VIEW).price).toEqual({ ...price, shown: true, hidden: true });
    expect(describeNeed(need, [], { ...VIEW, seesHiddenAmounts: false }).price).toEqual({
      ...price,
      shown: false,
      hidden: true,
    });
    const open = aNeed({ statedTargetPrice, targetPriceShown: true });
    expect(describeNeed(open, [], { ...VIEW, seesHiddenAmounts: false }).price).toEqual({
      ...price,
      shown: true,
      hidden: false,
    });
  });

  it('shares a budget out over the pieces of one line that is bought once', () => {
    const once: NeedLineTerms = { quantityAmount: '30', quantityUnit: '套', quantityPeriod: Period.ONCE };
    const need = aNeed({ statedBudget: { min: null, max: '100000', currency: 'CNY' }, budgetShown: false });
    expect(describeNeed(need, [aLine(once)], { ...VIEW, seesHiddenAmounts: false }).price).toEqual({
      max: '3333.3333',
      currency: 'CNY',
      taxIncluded: true,
      basis: '套',
      shown: false,
      hidden: true,
      budget: { amount: '100000', pieces: '30' },
    });
    for (const lines of [[], [aLine(monthly('30'))], [aLine(once), aLine(once)]])
      expect(describeNeed(need, lines, VIEW).price).toBeUndefined();
  });

  it('takes what is required as required and never proposes the buyer', () => {
    const need = aNeed({
      requiredCertificates: ['iatf-16949'],
      preferredCertificates: ['iso-14001'],
      deliveryRegionCode: '3302',
      parameters: [
        { parameterId: 'piece-weight', min: null, max: '6', unit: 'kg', values: [] },
        { parameterId: 'ct-grade', min: null, max: null, unit: null, values: ['CT5'] },
      ],
    });
    expect(describeNeed(need, [aLine({ process: '压铸', tolerance: 'IT7' })], VIEW)).toMatchObject({
      requiredCertificates: ['iatf-16949'],
      preferredCertificates: ['iso-14001'],
      region: '3302',
      excludedOrganizationIds: ['buyer'],
      lines: [{ name: '壳体', process: '压铸' }],
      text: 'IT7',
      parameters: [
        { parameterId: 'piece-weight', max: '6', unit: 'kg' },
        { parameterId: 'ct-grade', values: ['CT5'] },
      ],
    });
  });
});
