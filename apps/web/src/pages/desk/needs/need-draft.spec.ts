import type { NeedData } from '../../published/need.query.js';
import { draftOf, emptyLine, inputOf, type NeedDraft } from './need-draft.js';

const LINE: NeedData['lines'][number] = {
  id: 'line-1',
  position: 1,
  name: '电机壳体',
  partNumber: 'P-100',
  drawingNumber: 'D-7',
  revision: 'B',
  material: 'A380',
  process: '压铸',
  tolerance: '±0.05',
  surface: '喷砂',
  heatTreatment: 'T6',
  inspection: 'CT 全检',
  packaging: '吸塑盘',
  yearlySteps: ['10000', '25000.5', '40000'],
  startOfProduction: '2027-03-01',
  tooling: 'BORROWED',
  quantity: { amount: '5000', unit: '套', period: 'MONTH' },
};

const NEED: NeedData = {
  id: 'need-1',
  title: '新能源电机壳体',
  kind: 'MATERIAL',
  state: 'PUBLISHED',
  open: true,
  alias: '某链主·杭州',
  description: '两批交货',
  visibility: 'VERIFIED_SUPPLIERS',
  replyDeadline: '2027-01-10T09:30:00.000Z',
  publishedAt: '2026-12-01T00:00:00.000Z',
  deliverBy: '2027-05-01',
  purpose: 'SECOND_SOURCE',
  paymentTerms: '月结 60 天',
  smeReserved: true,
  version: 3,
  organization: null,
  deliveryRegion: { code: '330100', name: '杭州市', parent: null },
  requiredCertificates: [{ id: 'iatf-16949', name: 'IATF 16949' }],
  preferredCertificates: [{ id: 'iso-14001', name: 'ISO 14001' }],
  budgetShown: true,
  budget: { currency: 'EUR', min: '100', max: '200' },
  targetPriceShown: true,
  targetPrice: { amount: '12.50', currency: 'USD', basis: 'kg', taxIncluded: false },
  lines: [
    LINE,
    { ...LINE, id: 'line-2', position: 2, name: '新能源电机壳体', quantity: null, tooling: null },
  ],
};

describe('a stored need in the form', () => {
  it('goes back as it was when nothing is changed', () => {
    const { id, name, position, ...terms } = LINE;
    expect([id, name, position]).toEqual(['line-1', '电机壳体', 1]);
    expect(inputOf(draftOf(NEED), NEED)).toEqual({
      title: NEED.title,
      kind: NEED.kind,
      description: NEED.description,
      alias: NEED.alias,
      deliveryRegionCode: '330100',
      deliverBy: NEED.deliverBy,
      // Left out: it stays at its hour, which the form does not show, also when it has passed.
      replyDeadline: undefined,
      requiredCertificates: ['iatf-16949'],
      preferredCertificates: ['iso-14001'],
      visibility: NEED.visibility,
      purpose: NEED.purpose,
      paymentTerms: NEED.paymentTerms,
      smeReserved: true,
      targetPrice: { ...NEED.targetPrice, shown: true },
      budget: { ...NEED.budget, shown: true },
      lines: [
        { ...terms, id: 'line-1', name: '电机壳体' },
        { ...terms, id: 'line-2', name: null, quantity: null, tooling: null },
      ],
    });
  });

  it('a line called as the need follows its new title, another keeps its name', () => {
    const { lines } = inputOf({ ...draftOf(NEED), title: '减速器壳体' }, NEED);
    expect(lines!.map(({ name }) => name)).toEqual(['电机壳体', null]);
  });

  it('a new day of the deadline lasts to its end', () => {
    const { replyDeadline } = inputOf({ ...draftOf(NEED), replyDeadline: '2027-02-01' }, NEED);
    expect(replyDeadline).toBe('2027-02-01T15:59:59.999Z');
  });

  it('lines can be put in another order, taken away and added; one that says nothing is left out', () => {
    const [first, second] = draftOf(NEED).lines!;
    const added = {
      ...emptyLine(),
      name: '端盖',
      quantity: { amount: '3', unit: '', period: 'YEAR' as const },
    };
    const { lines } = inputOf({ ...draftOf(NEED), lines: [second!, added, emptyLine(), first!] }, NEED);
    expect(lines!.map(({ id, name }) => [id, name])).toEqual([
      ['line-2', null],
      [null, '端盖'],
      ['line-1', '电机壳体'],
    ]);
    expect(lines![1]!.quantity).toEqual({ amount: '3', unit: '件', period: 'YEAR' });
    expect(inputOf({ ...draftOf(NEED), lines: [second!] }, NEED).lines).toHaveLength(1);
  });
});

it('a need of a title alone asks for nothing else', () => {
  const draft: NeedDraft = { title: '壳体', kind: 'PART', visibility: 'PUBLIC', lines: [emptyLine()] };
  expect(inputOf(draft, null)).toMatchObject({
    lines: [],
    targetPrice: null,
    budget: null,
    replyDeadline: null,
  });
});
