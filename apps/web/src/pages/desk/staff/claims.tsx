import { Button } from 'antd';
import { Link } from 'react-router';
import { useQuery } from 'urql';
import { graphql, type ResultOf } from '../../../api/graphql.js';
import { useAction } from '../../../api/use-action.js';
import { dayOf } from '../../../texts/format.js';
import { useReading, useTexts } from '../../../texts/locale.js';
import { Answer } from '../../../ui/answer.js';
import { ProblemNotice } from '../../../ui/problem-notice.js';
import { ReasonButton } from '../../../ui/reason-button.js';
import { Section } from '../../../ui/section.js';

const CLAIMS = graphql(`
  query ClaimsToDecide {
    organizationClaims(first: 50, decision: PENDING) {
      edges {
        node {
          id
          evidence
          createdAt
          organization {
            id
            name
            creditCode
          }
        }
      }
    }
  }
`);

const DECIDE = graphql(`
  mutation DecideClaim($input: DecideOrganizationClaimInput!) {
    decideOrganizationClaim(input: $input) {
      __typename
      ... on DecideOrganizationClaimPayload {
        claim {
          id
          decision
        }
      }
      ... on UserError {
        code
        message
        fields
      }
    }
  }
`);

type Claim = ResultOf<typeof CLAIMS>['organizationClaims']['edges'][number]['node'];

interface ClaimRowProps {
  readonly claim: Claim;
  readonly busy: boolean;
  readonly onSettle: (approve: boolean, reason: string | null) => Promise<void>;
}

function ClaimRow({ claim: { evidence, createdAt, organization }, busy, onSettle }: ClaimRowProps) {
  const { t, locale } = useReading();
  return (
    <li className="card">
      <Link className="card-title" to={`/organizations/${organization?.id ?? ''}`}>
        {organization?.name}
      </Link>{' '}
      <code>{organization?.creditCode}</code>
      <p className="prose">{evidence}</p>
      <p className="card-details">{dayOf(createdAt, locale)}</p>
      <p className="button-row">
        <Button type="primary" loading={busy} onClick={() => void onSettle(true, null)}>
          {t('staff.approve')}
        </Button>
        <ReasonButton
          label={t('staff.reject')}
          question={t('staff.rejectReason')}
          onReason={(reason) => onSettle(false, reason)}
        />
      </p>
    </li>
  );
}

/** Who wants to speak for an unclaimed organization, and the staff's decision. */
export function Claims() {
  const t = useTexts();
  const [{ data, error }, ask] = useQuery({ query: CLAIMS, requestPolicy: 'cache-and-network' });
  const refresh = () => ask({ requestPolicy: 'network-only' });
  const decide = useAction(DECIDE);
  const settle = async (claimId: string, approve: boolean, reason: string | null) => {
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
                busy={decide.busy}
                onSettle={(approve, reason) => settle(node.id, approve, reason)}
              />
            ))}
          </ul>
        )}
      </Answer>
    </Section>
  );
}
