import { FactState } from '@app/kernel';
import { Organization } from './organization.entity.js';
import { ClaimState, HeadcountBand, OrganizationSource, ProfileFact } from './organization.enums.js';

const at = new Date('2026-03-01T00:00:00Z');
const later = new Date('2026-04-01T00:00:00Z');
const seed = {
  id: '018f0000-0000-7000-8000-000000000001',
  creditCode: '91330100799655058B',
  name: '甲',
  normalisedName: '甲',
};

describe('a registered organization', () => {
  it('is unverified, declared and of version 1', () => {
    const organization = Organization.register(seed, { headcountBand: HeadcountBand.UNDER_20 }, at);
    expect(organization).toMatchObject({
      claimState: ClaimState.UNVERIFIED,
      source: OrganizationSource.DECLARED,
      version: 1,
    });
    expect(organization.factRecord(ProfileFact.HEADCOUNT)).toEqual({
      state: FactState.DECLARED,
      at: at.toISOString(),
    });
    expect(organization.factRecord(ProfileFact.REVENUE)).toBeNull();
  });

  it('keeps a checked fact through other changes and loses the check with the fact', () => {
    const organization = Organization.register(seed, { headcountBand: HeadcountBand.UNDER_20 }, at);
    organization.checkFact(ProfileFact.HEADCOUNT, 'staff', at);
    organization.describe({ introduction: '模具' }, later);
    expect(organization.factRecord(ProfileFact.HEADCOUNT)?.state).toBe(FactState.CHECKED);
    organization.describe({ headcountBand: HeadcountBand.FROM_20_TO_99 }, later);
    expect(organization.factRecord(ProfileFact.HEADCOUNT)).toEqual({
      state: FactState.DECLARED,
      at: later.toISOString(),
    });
    organization.describe({ headcountBand: null }, later);
    expect(organization.factRecord(ProfileFact.HEADCOUNT)).toBeNull();
    expect(organization.version).toBe(4);
  });

  it('leaves what is not said as it is', () => {
    const organization = Organization.register(seed, { website: 'https://example.com' }, at);
    organization.describe({ website: undefined, introduction: '模具' }, later);
    expect(organization).toMatchObject({
      website: 'https://example.com',
      introduction: '模具',
      updatedAt: later,
    });
  });

  it('is claimed once', () => {
    const organization = Organization.register(seed, {}, at);
    organization.claim(later);
    expect(organization.verified).toBe(true);
    expect(() => organization.claim(later)).toThrow('once');
  });

  it('has to be verified again under a new name, and under no other change', () => {
    const organization = Organization.register(seed, {}, at);
    organization.claim(at);
    organization.describe({ name: '甲', introduction: '模具' }, later);
    expect(organization.claimState).toBe(ClaimState.CLAIMED);
    organization.describe({ name: '乙' }, later);
    expect(organization.claimState).toBe(ClaimState.UNVERIFIED);
  });

  it('leads a chain for others only once staff have checked it', () => {
    const organization = Organization.register(seed, { chainLeaderOf: ['汽车'] }, at);
    expect(organization.approvedChains).toEqual([]);
    organization.checkFact(ProfileFact.CHAIN_LEADER, 'staff', later);
    expect(organization.approvedChains).toEqual(['汽车']);
    organization.describe({ chainLeaderOf: ['汽车', '航空'] }, later);
    expect(organization.approvedChains).toEqual([]);
  });
});

it('what came by import counts as imported until somebody declares it', () => {
  const organization = Organization.register(seed, {}, at);
  organization.source = OrganizationSource.IMPORTED;
  organization.headcountBand = HeadcountBand.FROM_1000;
  expect(organization.factRecord(ProfileFact.HEADCOUNT)?.state).toBe(FactState.IMPORTED);
  organization.describe({ headcountBand: HeadcountBand.FROM_300_TO_999 }, later);
  expect(organization.factRecord(ProfileFact.HEADCOUNT)?.state).toBe(FactState.DECLARED);
});
