import type { LocalizedText } from '@app/kernel';
import type { CandidateCertificate, CandidateFacts } from '../candidates/candidate-facts.js';
import { CriterionKey } from '../criterion-key.js';
import { type MatchCriterion, type Reason, stateOf, unknown } from './match-criterion.js';

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

/** The asked kinds by what is known of each: denied is what the supplier says it does not hold. */
interface SortedKinds {
  readonly held: readonly string[];
  readonly expired: readonly string[];
  readonly denied: readonly string[];
  readonly open: readonly string[];
}

function sortKinds(asked: readonly string[], candidate: CandidateFacts, now: Date): SortedKinds {
  const of = (id: string) => candidate.certificates.filter(({ kindId }) => kindId === id);
  const held = asked.filter((id) => of(id).some((certificate) => validOn(certificate, now)));
  const expired = asked.filter((id) => !held.includes(id) && of(id).length > 0);
  const others = asked.filter((id) => of(id).length === 0);
  const denied = others.filter((id) => candidate.deniedCertificates?.includes(id));
  return { held, expired, denied, open: others.filter((id) => !denied.includes(id)) };
}

function outcomeCode({ expired, denied, open }: SortedKinds): string {
  if (expired.length > 0) return 'MATCH_CERTIFICATES_EXPIRED';
  if (denied.length > 0) return 'MATCH_CERTIFICATES_DENIED';
  return open.length > 0 ? 'MATCH_CERTIFICATES_SOME' : 'MATCH_CERTIFICATES_MET';
}

/** Does the plant hold the certificates? One that nobody has spoken of is unknown, an expired or denied one is not held. */
export function certificatesCriterion(nameOf: CertificateNames): MatchCriterion {
  return {
    key: CriterionKey.CERTIFICATES,
    judge(need, candidate, { now }) {
      const required = need.conditions.requiredCertificates;
      const asked = [...required, ...need.conditions.preferredCertificates];
      if (asked.length === 0) return null;
      const weight = (id: string) => (required.includes(id) ? 1 : PREFERRED_WEIGHT);
      const sorted = sortKinds(asked, candidate, now);
      const { held, expired, denied, open } = sorted;
      const params = {
        held: joined(held, nameOf),
        missing: joined(open, nameOf),
        expired: joined(expired, nameOf),
        denied: joined(denied, nameOf),
      };
      const missing: Reason = {
        code: 'FACT_CERTIFICATE',
        params: { certificate: joined(open.length > 0 ? open : expired, nameOf) },
      };
      if (open.length === asked.length)
        return unknown({ code: 'MATCH_CERTIFICATES_UNKNOWN', params }, missing, asked.length);
      const total = asked.reduce((sum, id) => sum + weight(id), 0);
      const score = held.reduce((sum, id) => sum + weight(id), 0) / total;
      return {
        state: stateOf(score),
        score,
        reason: { code: outcomeCode(sorted), params },
        ...(open.length + expired.length > 0 ? { missingFact: missing } : {}),
        facts: { asked: asked.length, known: asked.length - open.length },
      };
    },
  };
}
