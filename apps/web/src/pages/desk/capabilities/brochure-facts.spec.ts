import {
  adoptBrochure,
  brochureFacts,
  holdsMobileNumber,
  MAX_CONCEPTS,
  passagesFor,
  proposedConcepts,
} from './brochure-facts.js';
import type { CapabilityDraft } from './capability-draft.js';
import type { BrochureReading } from './use-brochure.js';

const READING: BrochureReading = {
  title: '铝合金压铸',
  parts: [],
  materials: ['铝合金'],
  processes: [],
  capacities: [
    { amount: '1200000', unit: '件', period: 'YEAR', passage: '年产铝合金压铸件120万件' },
    { amount: '80000', unit: '件', period: 'MONTH', passage: '壳体月产8万件' },
  ],
  minimumOrders: [{ amount: '500', unit: '件', period: 'ONCE', passage: '起订量500件' }],
  leadTimes: [{ days: 35, passage: '交期20-25个工作日' }],
  certificates: [{ kindId: 'iso-9001', name: 'ISO 9001', passage: 'ISO9001' }],
  parameters: [
    {
      parameterId: 'tolerance',
      name: '加工公差',
      min: '0.02',
      max: null,
      unit: 'mm',
      values: [],
      passage: '±0.02mm',
    },
  ],
};
const facts = brochureFacts(READING, (key) => key);
const adopt = (draft: Partial<CapabilityDraft>) => ({ ...draft, ...adoptBrochure(draft, READING, facts) });

describe('facts of a brochure in the form', () => {
  it('fill every field that is empty, the first of several amounts', () => {
    expect(adopt({ capacity: { unit: '件', period: 'MONTH' } })).toMatchObject({
      title: '铝合金压铸',
      capacity: { amount: '1200000', unit: '件', period: 'YEAR' },
      minimumOrder: { amount: '500', unit: '件' },
      leadTimeDays: 35,
      certificates: ['iso-9001'],
      parameters: [{ parameterId: 'tolerance', min: '0.02', max: null }],
      materials: ['铝合金'],
    });
  });

  it('replace nothing that somebody wrote or chose', () => {
    const own = {
      title: '压铸壳体',
      capacity: { amount: '9', unit: '吨', period: 'YEAR' as const },
      leadTimeDays: 0,
      materials: ['锌合金'],
      parameters: [
        { parameterId: 'tolerance', name: '加工公差', min: '0.1', max: null, unit: 'mm', values: [] },
      ],
    };
    expect(adopt(own)).toMatchObject({ ...own, materials: ['锌合金', '铝合金'] });
  });

  it('are told with their passage as long as the field holds what was taken', () => {
    const draft = adopt({});
    expect(passagesFor('capacity', facts, draft)).toEqual(['年产铝合金压铸件120万件']);
    expect(passagesFor('leadTimeDays', facts, draft)).toEqual(['交期20-25个工作日']);
    expect(passagesFor('parameters', facts, draft)).toEqual(['±0.02mm']);
    expect(passagesFor('leadTimeDays', facts, { ...draft, leadTimeDays: 30 })).toEqual([]);
    expect(passagesFor('parameters', facts, { ...draft, parameters: [] })).toEqual([]);
  });

  it('may be taken over one by one in the place of another', () => {
    const other = facts.find(({ passage }) => passage === '壳体月产8万件')!;
    const draft = { ...adopt({}), ...other.put({}) };
    expect(passagesFor('capacity', facts, draft)).toEqual(['壳体月产8万件']);
  });

  it.each([
    ['联系电话 139 1234 5678', true],
    ['手机１３９１２３４５６７８', true],
    ['统一社会信用代码 91330206139123456789', false],
    ['月产能80000件', false],
  ])('tell whether %s holds a mobile number', (text, holds) => expect(holdsMobileNumber(text)).toBe(holds));
});

const part = (conceptId: string | null, role = 'DEFINING', weight = 0.5) => ({
  text: conceptId ?? '通用',
  conceptId,
  conceptName: null,
  role,
  weight,
});

describe('concepts proposed from a brochure', () => {
  it('takes as many concepts as the API does, and names those left out', () => {
    const parts = Array.from({ length: 15 }, (_, i) => part(`c${i}`));
    const { chosen, further } = proposedConcepts(parts);
    expect(chosen).toHaveLength(MAX_CONCEPTS);
    expect(further).toHaveLength(7);
    expect([...chosen, ...further].map(({ value }) => value)).toEqual(
      parts.map(({ conceptId }) => conceptId),
    );
  });

  it('puts what is offered first and fields of use last, each concept once', () => {
    const parts = [
      part('vehicle', 'APPLICATION', 1),
      part('aluminium'),
      part('casting', 'HEAD'),
      part('die-casting', 'DEFINING', 0.9),
      part('aluminium'),
      part(null),
    ];
    expect(proposedConcepts(parts).chosen.map(({ value }) => value)).toEqual([
      'casting',
      'die-casting',
      'aluminium',
      'vehicle',
    ]);
  });
});
