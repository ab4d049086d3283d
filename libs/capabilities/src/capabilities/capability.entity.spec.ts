import { FactState, Period } from '@app/kernel';
import { CapabilityFact, CapabilityKind, CapabilityState } from './capability.enums.js';
import { Capability } from './capability.entity.js';

const at = new Date('2026-03-01T00:00:00Z');
const later = new Date('2026-04-01T00:00:00Z');
const ID = '018f0000-0000-7000-8000-000000000001';

function drafted(terms = {}): Capability {
  const capability = Capability.draft(ID, ID, at);
  capability.describe({ kind: CapabilityKind.PRODUCT, title: '轴承座', ...terms }, at);
  return capability;
}

describe('the states of a capability', () => {
  it('begin as a draft of version 1', () => {
    expect(drafted()).toMatchObject({
      state: CapabilityState.DRAFT,
      version: 1,
      factState: FactState.DECLARED,
      updatedAt: at,
    });
  });

  it('lead to published and withdrawn, each change a version', () => {
    const capability = drafted();
    capability.publish(later);
    expect(capability).toMatchObject({ state: CapabilityState.PUBLISHED, version: 2, updatedAt: later });
    capability.withdraw(later);
    expect(capability).toMatchObject({ state: CapabilityState.WITHDRAWN, version: 3 });
    capability.publish(later);
    expect(capability.state).toBe(CapabilityState.PUBLISHED);
  });

  it('refuse what the law does not know', () => {
    const capability = drafted();
    expect(() => capability.withdraw(at)).toThrow('published');
    capability.publish(at);
    expect(() => capability.publish(at)).toThrow('already');
    expect(capability).toMatchObject({ state: CapabilityState.PUBLISHED, version: 2 });
  });
});

describe('what a capability states', () => {
  it('keeps amounts exact and reads them back', () => {
    const capability = drafted({
      capacity: { amount: '50000', unit: '件', period: Period.MONTH },
      minimumOrder: { amount: '0.5', unit: 't', period: Period.ONCE },
      price: { min: '0.0085', max: null, currency: 'CNY', taxIncluded: false, basis: '件' },
    });
    expect(capability.capacity).toEqual({ amount: '50000', unit: '件', period: Period.MONTH });
    expect(capability.minimumOrder).toEqual({ amount: '0.5', unit: 't', period: Period.ONCE });
    expect(capability.price).toEqual({
      min: '0.0085',
      max: null,
      currency: 'CNY',
      taxIncluded: false,
      basis: '件',
    });
    capability.describe({ price: null }, later);
    expect([capability.price, capability.priceMin, capability.priceBasis]).toEqual([null, null, null]);
  });

  it('is confirmed group by group', () => {
    const capability = drafted({ leadTimeDays: 20, materials: ['45#'] });
    expect(capability.factsConfirmedAt).toEqual({
      [CapabilityFact.LEAD_TIME]: at.toISOString(),
      [CapabilityFact.TECHNICAL]: at.toISOString(),
    });
    capability.describe({ materials: [] }, later);
    expect(capability.factsConfirmedAt).toEqual({ [CapabilityFact.LEAD_TIME]: at.toISOString() });
    capability.reconfirm(later);
    expect(capability.factsConfirmedAt).toEqual({ [CapabilityFact.LEAD_TIME]: later.toISOString() });
  });

  it('is a declaration once the supplier speaks, though it was inferred', () => {
    const capability = drafted();
    capability.factState = FactState.INFERRED;
    capability.publish(later);
    expect(capability.factState).toBe(FactState.INFERRED);
    capability.reconfirm(later);
    expect(capability.factState).toBe(FactState.DECLARED);
  });
});
