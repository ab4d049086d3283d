import { graphql, type ResultOf } from '../../api/graphql.js';
import { day } from '../../texts/format.js';
import { useReading } from '../../texts/locale.js';
import { Section } from '../../ui/page.js';
import { FactStateTag } from '../../ui/tags.js';

/** A certificate with its state. */
export const CERTIFICATE = graphql(`
  fragment Certificate on OrganizationCertificate {
    id
    number
    scope
    issuer
    site
    state
    validUntil
    kind {
      id
      name
    }
  }
`);

export type CertificateData = ResultOf<typeof CERTIFICATE>;

/** A certificate with all that it says. */
export function CertificateRow({ certificate }: { certificate: CertificateData }) {
  const { t, locale } = useReading();
  const { kind, number, scope, issuer, site, state, validUntil } = certificate;
  const until = validUntil && t('field.validUntil', { date: day(validUntil, locale) });
  return (
    <>
      <strong>{kind?.name ?? number}</strong> <FactStateTag state={state} />
      <span className="quiet row-details">
        {[kind && number, scope, issuer, site, until].filter(Boolean).join(' · ')}
      </span>
    </>
  );
}

export function CertificateList({ certificates }: { certificates: readonly CertificateData[] }) {
  const { t } = useReading();
  if (certificates.length === 0) return <p className="quiet">{t('capability.noCertificates')}</p>;
  return (
    <ul className="rows">
      {certificates.map((certificate) => (
        <li key={certificate.id}>
          <CertificateRow certificate={certificate} />
        </li>
      ))}
    </ul>
  );
}

/** A recognition with its state. */
export const TIER = graphql(`
  fragment Tier on TierRecognition {
    id
    level
    year
    batch
    state
    validUntil
  }
`);

type TierData = ResultOf<typeof TIER>;

/** A recognition with all that everybody sees of it. */
export function RecognitionRow({ tier: { level, year, batch, state, validUntil } }: { tier: TierData }) {
  const { t, locale } = useReading();
  const until = validUntil && t('field.validUntil', { date: day(validUntil, locale) });
  return (
    <>
      <strong>{t(`tier.${level}`)}</strong> <FactStateTag state={state} />
      <span className="quiet row-details">{[year, batch, until].filter(Boolean).join(' · ')}</span>
    </>
  );
}

/** Official recognitions of an organization, each with its state. */
export function RecognitionList({ tiers }: { tiers: readonly TierData[] }) {
  const { t } = useReading();
  return (
    <Section title={t('organization.recognitions')}>
      {tiers.length === 0 && <p className="quiet">{t('organization.noRecognitions')}</p>}
      <ul className="rows">
        {tiers.map((tier) => (
          <li key={tier.id}>
            <RecognitionRow tier={tier} />
          </li>
        ))}
      </ul>
    </Section>
  );
}
