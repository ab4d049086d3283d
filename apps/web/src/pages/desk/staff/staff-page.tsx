import { Link } from 'react-router';
import { useQuery } from 'urql';
import { graphql, type ResultOf, USER_ERROR } from '../../../api/graphql.js';
import { useAction } from '../../../api/use-action.js';
import { dayOf } from '../../../texts/format.js';
import { useReading, useTexts } from '../../../texts/locale.js';
import { Answer, ProblemNotice } from '../../../ui/answer.js';
import { Section } from '../../../ui/page.js';
import { ReasonButton } from '../../../ui/reason-button.js';
import { ClaimStateTag, Mark } from '../../../ui/tags.js';
import { FactCheck } from './fact-check.js';
import { StaffFrame } from './staff-frame.js';

const CLAIMS = graphql(`
  query ClaimsToDecide {
    organizationClaims(first: 50, decision: PENDING) {
      edges {
        node {
          id
          evidence
          createdAt
          claimant {
            id
            name
            createdAt
            identifiers {
              kind
              value
            }
          }
          claimantOrganizations {
            id
            name
            claimState
          }
          organization {
            id
            name
            creditCode
            claimState
          }
        }
      }
    }
  }
`);

const NAMESAKES = graphql(`
  query Namesakes($organizationId: ID!) {
    similarOrganizations(organizationId: $organizationId) {
      id
      name
      creditCode
      claimState
    }
  }
`);

const DECIDE = graphql(
  `
    mutation DecideClaim($input: DecideOrganizationClaimInput!) {
      decideOrganizationClaim(input: $input) {
        __typename
        ... on DecideOrganizationClaimPayload {
          claim {
            id
            decision
          }
        }
        ...UserError
      }
    }
  `,
  [USER_ERROR],
);

type Claim = ResultOf<typeof CLAIMS>['organizationClaims']['edges'][number]['node'];

interface ClaimRowProps {
  readonly claim: Claim;
  readonly onSettle: (approve: boolean, reason: string) => Promise<void>;
}

/** A number or address with its middle hidden: enough to recognise it, too little to copy. */
function masked(value: string): string {
  const [name = '', host] = value.split('@');
  if (host) return `${name.slice(0, 1)}***@${host}`;
  return `${value.slice(0, -8)}****${value.slice(-4)}`;
}

/** Credit codes of public bodies begin with 1: government offices and public institutions. */
const isPublicBody = (creditCode: string) => creditCode.startsWith('1');

/** The applicant of a claim: registration date, contact and other organizations. */
function Claimant({ claim: { claimant, claimantOrganizations, organization } }: { claim: Claim }) {
  const { t, locale } = useReading();
  if (!claimant) return <p className="card-details">{t('staff.claimantGone')}</p>;
  const others = claimantOrganizations.filter(({ id }) => id !== organization?.id);
  return (
    <>
      <p className="card-details">
        {t('staff.claimant', { name: claimant.name, date: dayOf(claimant.createdAt, locale) })} ·{' '}
        {(claimant.identifiers ?? []).map(({ value }) => masked(value)).join(' · ')}
      </p>
      <p className="card-details">
        {t('staff.claimantOrganizations')} {others.length === 0 && t('staff.noneOther')}
        {others.map(({ id, name, claimState }) => (
          <span key={id}>
            <Link to={`/organizations/${id}`}>{name}</Link> <ClaimStateTag state={claimState} />{' '}
          </span>
        ))}
      </p>
    </>
  );
}

/** Organizations of nearly the same name in the place: a claim to a copy of one is seen before it is approved. */
function Namesakes({ organizationId }: { organizationId: string }) {
  const t = useTexts();
  const [{ data }] = useQuery({ query: NAMESAKES, variables: { organizationId } });
  if (!data || data.similarOrganizations.length === 0) return null;
  return (
    <p className="card-details">
      {t('staff.namesakes')}{' '}
      {data.similarOrganizations.map(({ id, name, creditCode, claimState }) => (
        <span key={id}>
          <Link to={`/organizations/${id}`}>{name}</Link> <code>{creditCode}</code>{' '}
          <ClaimStateTag state={claimState} />{' '}
        </span>
      ))}
    </p>
  );
}

function ClaimRow({ claim, onSettle }: ClaimRowProps) {
  const { evidence, createdAt, organization } = claim;
  const { t, locale } = useReading();
  return (
    <li className="card">
      <Link className="card-title" to={`/organizations/${organization?.id ?? ''}`}>
        {organization?.name}
      </Link>{' '}
      <code>{organization?.creditCode}</code>{' '}
      {organization && <ClaimStateTag state={organization.claimState} />}
      {organization && isPublicBody(organization.creditCode) && (
        <Mark tone="strong" text={t('staff.publicBody')} />
      )}
      <p className="prose">{evidence}</p>
      <p className="card-details">{t('staff.filedOn', { date: dayOf(createdAt, locale) })}</p>
      <Claimant claim={claim} />
      {organization && <Namesakes organizationId={organization.id} />}
      <p className="button-row">
        <ReasonButton
          primary
          label={t('staff.approve')}
          question={t('staff.approveReason')}
          onReason={(reason) => onSettle(true, reason)}
        />
        <ReasonButton
          label={t('staff.reject')}
          question={t('staff.rejectReason')}
          onReason={(reason) => onSettle(false, reason)}
        />
      </p>
    </li>
  );
}

/** Who wants to speak for an unclaimed or unverified organization, with the evidence, and the staff's decision. */
export function Claims() {
  const t = useTexts();
  const [{ data, error }, ask] = useQuery({ query: CLAIMS, requestPolicy: 'cache-and-network' });
  const refresh = () => ask({ requestPolicy: 'network-only' });
  const decide = useAction(DECIDE);
  const settle = async (claimId: string, approve: boolean, reason: string) => {
    if (await decide.run({ input: { claimId, approve, reason } })) refresh();
  };
  return (
    <Section title={t('staff.claims')}>
      <ProblemNotice problem={decide.problem} />
      <Answer data={data?.organizationClaims} error={error} onRetry={refresh}>
        {({ edges }) => (
          <ul className="cards">
            {edges.length === 0 && <li className="quiet">{t('staff.noClaims')}</li>}
            {edges.map(({ node }) => (
              <ClaimRow
                key={node.id}
                claim={node}
                onSettle={(approve, reason) => settle(node.id, approve, reason)}
              />
            ))}
          </ul>
        )}
      </Answer>
    </Section>
  );
}

/** Claims to decide and facts to verify. */
export function StaffPage() {
  return (
    <StaffFrame title="staff.title">
      <Claims />
      <FactCheck />
    </StaffFrame>
  );
}

export { StaffPage as Component };
