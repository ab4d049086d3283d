import { Button } from 'antd';
import { Link, useParams } from 'react-router';
import { useQuery } from 'urql';
import type { EnumOf } from '../../api/graphql.js';
import { InviteToOwnNeed } from '../../matching/invite-to-own-need.js';
import { day, number, placeName } from '../../texts/format.js';
import { languageOf, useReading, useTexts } from '../../texts/locale.js';
import { Answer } from '../../ui/answer.js';
import { Facts, MissingPage, PageTitle, Section, usePageHead } from '../../ui/page.js';
import { ClaimStateTag, FactStateTag, TierTag } from '../../ui/tags.js';
import { EventCard } from '../events/event-card.js';
import { ORGANIZATION, type OrganizationProfile } from './organization.query.js';
import { CertificateList, RecognitionList } from './fact-lists.js';
import { NeedCard } from './need-card.js';

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

function Capabilities({ capabilities }: Pick<OrganizationProfile, 'capabilities'>) {
  const t = useTexts();
  return (
    <Section title={t('organization.capabilities')}>
      {capabilities.edges.length === 0 && <p className="quiet">{t('organization.noCapabilities')}</p>}
      <ul className="rows">
        {capabilities.edges.map(({ node }) => (
          <li key={node.id}>
            <span className="quiet">{t(`capabilityKind.${node.kind}`)}</span>{' '}
            <Link to={`/capabilities/${node.id}`} lang={languageOf(node.title)}>
              {node.title}
            </Link>{' '}
            <FactStateTag state={node.factState} />
          </li>
        ))}
      </ul>
    </Section>
  );
}

function Dealings({ procurementNeeds, matchmakingEvents }: OrganizationProfile) {
  const t = useTexts();
  return (
    <>
      {procurementNeeds.edges.length > 0 && (
        <Section title={t('organization.needs')}>
          <ul className="cards">
            {procurementNeeds.edges.map(({ node }) => (
              <NeedCard key={node.id} need={node} />
            ))}
          </ul>
        </Section>
      )}
      {matchmakingEvents.edges.length > 0 && (
        <Section title={t('organization.events')}>
          <ul className="cards">
            {matchmakingEvents.edges.map(({ node }) => (
              <EventCard key={node.id} event={node} />
            ))}
          </ul>
        </Section>
      )}
    </>
  );
}

function Unclaimed({ id }: { id: string }) {
  const t = useTexts();
  return (
    <div className="remark remark-row">
      <p>{t('organization.unclaimedText')}</p>
      <Link to={`/desk/join?organization=${id}`}>
        <Button>{t('organization.claim')}</Button>
      </Link>
    </div>
  );
}

/** The organization in a sentence and in the words of schema.org. */
function headOfProfile({
  name,
  nameEn,
  introduction,
  region,
  industry,
  creditCode,
  website,
}: OrganizationProfile) {
  return {
    title: name,
    description: introduction ?? [name, placeName(region), industry?.name].filter(Boolean).join(' · '),
    jsonLd: {
      '@type': 'Organization',
      name,
      alternateName: nameEn ?? undefined,
      identifier: creditCode,
      url: website ?? undefined,
    },
  };
}

function Profile({ organization }: { organization: OrganizationProfile }) {
  const t = useTexts();
  const { name, nameEn, introduction, region, tiers, claimState } = organization;
  usePageHead(headOfProfile(organization));
  return (
    <>
      <PageTitle
        title={name}
        lead={nameEn ?? undefined}
        above={
          <>
            {t('organization.kind')} · {placeName(region)} <TierTag tiers={tiers} />
            <ClaimStateTag state={claimState} />
          </>
        }
      >
        <InviteToOwnNeed supplier={organization} />
      </PageTitle>
      {claimState === 'UNCLAIMED' && <Unclaimed id={organization.id} />}
      <div className="with-side">
        <div>
          {introduction && <p className="prose section">{introduction}</p>}
          <Capabilities capabilities={organization.capabilities} />
          <Dealings {...organization} />
        </div>
        <div>
          <RegistrationFacts organization={organization} />
          <RecognitionList tiers={tiers} />
          <Section title={t('capability.certificates')}>
            <CertificateList certificates={organization.certificates} />
          </Section>
        </div>
      </div>
    </>
  );
}

/** Who an organization is, with how well each fact is founded. */
export function OrganizationPage() {
  const { id = '' } = useParams();
  const [{ data, error }, ask] = useQuery({ query: ORGANIZATION, variables: { id } });
  if (data && !data.organization) return <MissingPage />;
  return (
    <div className="page">
      <Answer data={data?.organization} error={error} onRetry={() => ask()}>
        {(organization) => <Profile organization={organization} />}
      </Answer>
    </div>
  );
}

export { OrganizationPage as Component };
