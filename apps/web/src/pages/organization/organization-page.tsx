import { Button } from 'antd';
import { Link, useParams } from 'react-router';
import { useQuery } from 'urql';
import { MissingPage } from '../../app/missing-page.js';
import { usePageHead } from '../../app/page-head.js';
import { InviteToOwnNeed } from '../../need-invitations/invite-to-own-need.js';
import { placeName } from '../../texts/format.js';
import { languageOf, useTexts } from '../../texts/locale.js';
import { Answer } from '../../ui/answer.js';
import { PageTitle } from '../../ui/page-title.js';
import { Section } from '../../ui/section.js';
import { FactStateTag, TierTag, ClaimStateTag } from '../../ui/tags.js';
import { EventCard } from '../events/event-card.js';
import { NeedCard } from '../need/need-card.js';
import { CertificateList } from './certificate-list.js';
import { ORGANIZATION, type OrganizationProfile } from './organization.query.js';
import { RecognitionList } from './recognition-list.js';
import { RegistrationFacts } from './registration-facts.js';

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
