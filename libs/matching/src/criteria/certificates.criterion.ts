import type { LocalizedText } from '@app/kernel';
import type { CandidateCertificate } from '../candidates/candidate-facts.js';
import { CriterionKey, type MatchCriterion, type Reason, stateOf, unknown } from './match-criterion.js';

/** A certificate named in the buyer's wishes counts half of one named as required. */
const PREFERRED_WEIGHT = 0.5;

/** Names of certificate kinds, as the catalogue has them. */
export type CertificateNames = (kindId: string) => LocalizedText;

/** Whether a certificate is valid on a day; without a date it counts as valid. */
export function validOn(certificate: CandidateCertificate, day: Date): boolean {
  return certificate.validUntil === null || certificate.validUntil >= day.toISOString().slice(0, 10);
}

function joined(kindIds: readonly string[], nameOf: CertificateNames): LocalizedText {
  const names = kindIds.map(nameOf);
  return { zh: names.map((n) => n.zh).join('、'), en: names.map((n) => n.en).join(', ') };
}

function outcomeCode(allHeld: boolean, someExpired: boolean): string {
  if (allHeld) return 'MATCH_CERTIFICATES_MET';
  return someExpired ? 'MATCH_CERTIFICATES_EXPIRED' : 'MATCH_CERTIFICATES_SOME';
}

/** Does the plant hold the certificates? One that nobody has spoken of is unknown, an expired one is not held. */
export function certificatesCriterion(nameOf: CertificateNames): MatchCriterion {
  return {
    key: CriterionKey.CERTIFICATES,
    judge(need, candidate, { now }) {
      const required = need.conditions.requiredCertificates;
      const asked = [...required, ...need.conditions.preferredCertificates];
      if (asked.length === 0) return null;
      const weight = (id: string) => (required.includes(id) ? 1 : PREFERRED_WEIGHT);
      const held = asked.filter((id) =>
        candidate.certificates.some((c) => c.kindId === id && validOn(c, now)),
      );
      const expired = asked.filter(
        (id) => !held.includes(id) && candidate.certificates.some((c) => c.kindId === id),
      );
      const open = asked.filter((id) => !held.includes(id) && !expired.includes(id));
      const params = {
        held: joined(held, nameOf),
        missing: joined(open, nameOf),
        expired: joined(expired, nameOf),
      };
      const missing: Reason = {
        code: 'FACT_CERTIFICATE',
        params: { certificate: joined(open.length > 0 ? open : expired, nameOf) },
      };
      if (open.length === asked.length)
        return unknown({ code: 'MATCH_CERTIFICATES_UNKNOWN', params }, missing, asked.length);
      const total = asked.reduce((sum, id) => sum + weight(id), 0);
      const score = held.reduce((sum, id) => sum + weight(id), 0) / total;
      const code = outcomeCode(held.length === asked.length, expired.length > 0);
      return {
        state: stateOf(score),
        score,
        reason: { code, params },
        ...(open.length + expired.length > 0 ? { missingFact: missing } : {}),
        facts: { asked: asked.length, known: asked.length - open.length },
      };
    },
  };
}
