import { type CapabilityDraft, capabilityInput, draftOfCapability } from './capability-draft.js';
import type { OwnCapability } from './capability.operations.js';

const STORED = {
  title: '铝合金压铸壳体',
  kind: 'PRODUCT',
  description: '真空压铸',
  conceptsCorrected: true,
  concepts: [
    { conceptId: 'die-casting', text: '压铸' },
    { conceptId: null, text: '壳体' },
  ],
  capacity: { amount: '80000', unit: '套', period: 'MONTH' },
  minimumOrder: null,
  leadTimeDays: 30,
  price: { min: '12.50', max: null, basis: '件', currency: 'CNY' },
  materials: ['铝合金'],
  processes: ['压铸'],
  specification: null,
  parameters: [
    {
      parameterId: 'tolerance',
      min: '0.02',
      max: null,
      unit: 'mm',
      values: [],
      parameter: { name: '加工公差' },
    },
  ],
} as unknown as OwnCapability;

describe('the form of a capability', () => {
  it('gives back what is stored when nothing was changed', () => {
    expect(capabilityInput(draftOfCapability(STORED))).toEqual({
      title: '铝合金压铸壳体',
      kind: 'PRODUCT',
      description: '真空压铸',
      conceptIds: ['die-casting'],
      capacity: { amount: '80000', unit: '套', period: 'MONTH' },
      minimumOrder: null,
      leadTimeDays: 30,
      price: { min: '12.50', max: null, basis: '件', currency: 'CNY' },
      materials: ['铝合金'],
      processes: ['压铸'],
      specification: null,
      parameters: [{ parameterId: 'tolerance', min: '0.02', max: null, values: [] }],
    });
  });

  it('does not fix concepts that the platform recognized itself', () => {
    expect(draftOfCapability({ ...STORED, conceptsCorrected: false }).concepts).toEqual([]);
    expect(capabilityInput({ ...draftOfCapability(STORED), concepts: [] }).conceptIds).toBeNull();
  });

  const DRAFT: CapabilityDraft = { title: '压铸', kind: 'PROCESS' };

  it('sends null or empty lists for fields that were left out', () => {
    expect(capabilityInput(DRAFT)).toMatchObject({
      description: null,
      capacity: null,
      price: null,
      leadTimeDays: null,
      materials: [],
      parameters: [],
    });
  });

  it('counts in pieces where no unit was typed, and stores the Chinese unit for the English word', () => {
    expect(capabilityInput({ ...DRAFT, priceMax: '9', priceBasis: ' ' }).price?.basis).toBe('件');
    const capacity = { amount: '500', unit: 'pcs' };
    expect(capabilityInput({ ...DRAFT, capacity }).capacity).toEqual({
      amount: '500',
      unit: '件',
      period: 'ONCE',
    });
  });

  it('leaves out parameters without a value', () => {
    const empty = { parameterId: 'weight', name: '重量', unit: 'kg', min: null, max: '', values: [] };
    const named = { parameterId: 'grade', name: '等级', unit: null, values: ['CT5'] };
    expect(capabilityInput({ ...DRAFT, parameters: [empty, named] }).parameters).toEqual([
      { parameterId: 'grade', min: null, max: null, values: ['CT5'] },
    ]);
  });
});
