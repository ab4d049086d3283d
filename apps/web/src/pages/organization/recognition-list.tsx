import { day } from '../../texts/format.js';
import { useReading } from '../../texts/locale.js';
import { Section } from '../../ui/section.js';
import { FactStateTag } from '../../ui/tags.js';
import type { OrganizationProfile } from './organization.query.js';

/** Official recognitions of an organization, each with its state. */
export function RecognitionList({ tiers }: Pick<OrganizationProfile, 'tiers'>) {
  const { t, locale } = useReading();
  return (
    <Section title={t('organization.recognitions')}>
      {tiers.length === 0 && <p className="quiet">{t('organization.noRecognitions')}</p>}
      <ul className="rows">
        {tiers.map(({ id, level, year, batch, state, validUntil }) => {
          const until = validUntil && t('field.validUntil', { date: day(validUntil, locale) });
          return (
            <li key={id}>
              <strong>{t(`tier.${level}`)}</strong> <FactStateTag state={state} />
              <span className="quiet row-details">{[year, batch, until].filter(Boolean).join(' · ')}</span>
            </li>
          );
        })}
      </ul>
    </Section>
  );
}
