import { Link, useParams } from 'react-router';
import { useQuery } from 'urql';
import { graphql, REGION, type ResultOf } from '../../api/graphql.js';
import { InviteToOwnNeed } from '../../matching/invite-to-own-need.js';
import { placeName } from '../../texts/format.js';
import { languageOf, useTexts } from '../../texts/locale.js';
import { Answer } from '../../ui/answer.js';
import { MissingPage, PageTitle, Section, usePageHead } from '../../ui/page.js';
import { ClaimStateTag, FactStateTag, TierTag } from '../../ui/tags.js';
import { SUPPLY_TERMS, SupplyTerms } from './supply-terms.js';
import { CERTIFICATE, CertificateList } from './fact-lists.js';

const CAPABILITY = graphql(
  `
    query Capability($id: ID!) {
      capability(id: $id) {
        ...SupplyTerms
        id
        title
        kind
        description
        factState
        sourcePhrase
        concepts {
          text
          kind
          conceptId
        }
        certificates {
          ...Certificate
        }
        organization {
          id
          name
          claimState
          region {
            ...Region
          }
          tiers {
            id
            level
          }
        }
      }
    }
  `,
  [SUPPLY_TERMS, CERTIFICATE, REGION],
);

type Capability = NonNullable<ResultOf<typeof CAPABILITY>['capability']>;

function SupplierBox({ organization }: Pick<Capability, 'organization'>) {
  const t = useTexts();
  return (
    <Section title={t('capability.supplier')}>
      <p>
        <Link
          className="card-title"
          to={`/organizations/${organization.id}`}
          lang={languageOf(organization.name)}
        >
          {organization.name}
        </Link>
      </p>
      <p className="card-details">
        {placeName(organization.region)} <TierTag tiers={organization.tiers} />
        <ClaimStateTag state={organization.claimState} />
      </p>
      <InviteToOwnNeed supplier={organization} />
    </Section>
  );
}

function Concepts({ concepts }: Pick<Capability, 'concepts'>) {
  const t = useTexts();
  if (concepts.length === 0) return null;
  return (
    <Section title={t('capability.about')}>
      <ul className="parts">
        {concepts.map(({ text, kind }) => (
          <li key={`${kind}-${text}`} className={`part part-${kind.toLowerCase()}`}>
            <Link to={`/search?in=CAPABILITIES&q=${encodeURIComponent(text)}`}>{text}</Link>
          </li>
        ))}
      </ul>
    </Section>
  );
}

/** The capability in the words of schema.org. */
function schemaOf({ kind, title, description, organization }: Capability) {
  const product = kind === 'PRODUCT';
  return {
    '@type': product ? 'Product' : 'Service',
    name: title,
    description: description ?? undefined,
    [product ? 'manufacturer' : 'provider']: { '@type': 'Organization', name: organization.name },
  };
}

function CapabilityDetails({ capability }: { capability: Capability }) {
  const t = useTexts();
  const { title, description, organization, certificates } = capability;
  usePageHead({
    title,
    description: description ?? `${title} · ${organization.name}`,
    jsonLd: schemaOf(capability),
  });
  const inferred = capability.factState === 'INFERRED' && capability.sourcePhrase;
  return (
    <>
      <PageTitle
        title={title}
        above={
          <>
            {t('capability.kind')} · {t(`capabilityKind.${capability.kind}`)}{' '}
            <FactStateTag state={capability.factState} />
          </>
        }
      />
      {inferred && <p className="remark">{t('capability.inferred', { phrase: inferred })}</p>}
      <div className="with-side">
        <div>
          {description && <p className="prose section">{description}</p>}
          <SupplyTerms capability={capability} />
          <Section title={t('capability.certificates')}>
            <CertificateList certificates={certificates} />
          </Section>
        </div>
        <div>
          <SupplierBox organization={organization} />
          <Concepts concepts={capability.concepts} />
        </div>
      </div>
    </>
  );
}

/** What a supplier can do, with how well each fact is founded. */
export function CapabilityPage() {
  const { id = '' } = useParams();
  const [{ data, error }, ask] = useQuery({ query: CAPABILITY, variables: { id } });
  if (data && !data.capability) return <MissingPage />;
  return (
    <div className="page">
      <Answer data={data?.capability} error={error} onRetry={() => ask()}>
        {(capability) => <CapabilityDetails capability={capability} />}
      </Answer>
    </div>
  );
}

export { CapabilityPage as Component };
