import { graphql, type ResultOf } from '../../api/graphql.js';
import { day } from '../../texts/format.js';
import { useReading } from '../../texts/locale.js';
import { Section } from '../../ui/section.js';
import { FactStateTag } from '../../ui/tags.js';

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
