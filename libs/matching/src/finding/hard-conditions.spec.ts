import type { CandidateFacts } from '../candidates/candidate-facts.js';
import type { NeedReading } from '@app/need-reading';
import { mayBeListed, staysPossible } from './hard-conditions.js';

const need = {
  conditions: {
    requiredCertificates: ['iatf-16949'],
    preferredCertificates: ['iso-14001'],
    excludedRegions: ['3301'],
    excludedOrganizationIds: ['blocked'],
  },
} as unknown as NeedReading;

function aCandidate(more: Partial<CandidateFacts>): CandidateFacts {
  return { organizationId: 'o', regionCode: null, certificates: [], ...more } as CandidateFacts;
}

const held = (kindId: string) => ({ kindId, validUntil: null, factState: 'DECLARED' }) as never;

describe('hard conditions', () => {
  it('a known no to a required certificate keeps a candidate off the lists, and the pair stays', () => {
    const denying = aCandidate({ deniedCertificates: ['iatf-16949'] });
    expect(mayBeListed(need, denying)).toBe(false);
    expect(staysPossible(need, denying)).toBe(true);
  });

  it('what nobody has said removes nobody', () => {
    expect(mayBeListed(need, aCandidate({}))).toBe(true);
  });

  it('a no to what is only preferred, or to what is held after all, removes nobody', () => {
    expect(mayBeListed(need, aCandidate({ deniedCertificates: ['iso-14001'] }))).toBe(true);
    const both = aCandidate({ deniedCertificates: ['iatf-16949'], certificates: [held('iatf-16949')] });
    expect(mayBeListed(need, both)).toBe(true);
  });

  it('excluded regions and organizations are gone everywhere', () => {
    for (const gone of [{ regionCode: '330106' }, { organizationId: 'blocked' }]) {
      expect(staysPossible(need, aCandidate(gone))).toBe(false);
      expect(mayBeListed(need, aCandidate(gone))).toBe(false);
    }
  });
});
