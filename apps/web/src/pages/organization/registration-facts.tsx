import type { EnumOf } from '../../api/graphql.js';
import { day, number } from '../../texts/format.js';
import { useReading, useTexts } from '../../texts/locale.js';
import { Facts } from '../../ui/facts.js';
import { Section } from '../../ui/section.js';
import { FactStateTag } from '../../ui/tags.js';
import type { OrganizationProfile } from './organization.query.js';

function StatedFact({ words, state }: { words: string; state: EnumOf<'FactState'> | undefined }) {
  return (
    <>
      {words} {state && <FactStateTag state={state} />}
    </>
  );
}

/** Facts of the profile, each with its state. */
function useStatedFacts({ facts, headcountBand, revenueBand, chainLeaderOf }: OrganizationProfile) {
  const t = useTexts();
  const stateOf = (fact: EnumOf<'ProfileFact'>) => facts.find((entry) => entry.fact === fact)?.state;
  return {
    headcount: headcountBand && (
      <StatedFact words={t(`headcount.${headcountBand}`)} state={stateOf('HEADCOUNT')} />
    ),
    revenue: revenueBand && <StatedFact words={t(`revenue.${revenueBand}`)} state={stateOf('REVENUE')} />,
    leads: chainLeaderOf.length > 0 && (
      <StatedFact words={chainLeaderOf.join('、')} state={stateOf('CHAIN_LEADER')} />
    ),
  };
}

/** What an organization is registered as, and how large it is. */
export function RegistrationFacts({ organization }: { organization: OrganizationProfile }) {
  const { t, locale } = useReading();
  const { registeredCapital, foundedOn, website } = organization;
  const { headcount, revenue, leads } = useStatedFacts(organization);
  const facts = [
    { label: t('field.creditCode'), value: <code>{organization.creditCode}</code> },
    { label: t('field.status'), value: t(`status.${organization.status}`) },
    { label: t('field.industry'), value: organization.industry?.name },
    { label: t('field.chainLeader'), value: leads || null },
    { label: t('field.founded'), value: foundedOn && day(foundedOn, locale) },
    {
      label: t('field.capital'),
      value: registeredCapital && `${number(registeredCapital.amount)} ${registeredCapital.currency}`,
    },
    { label: t('field.headcount'), value: headcount },
    { label: t('field.revenue'), value: revenue },
    { label: t('field.address'), value: organization.address },
    {
      label: t('field.website'),
      value: website && (
        <a href={website} rel="noreferrer nofollow" target="_blank">
          {website}
        </a>
      ),
    },
    { label: t('field.source'), value: organization.sourceName },
  ];
  return (
    <Section title={t('organization.facts')}>
      <Facts facts={facts} />
      {organization.businessScope && (
        <details className="fold">
          <summary>{t('organization.scope')}</summary>
          <p className="prose">{organization.businessScope}</p>
        </details>
      )}
    </Section>
  );
}
