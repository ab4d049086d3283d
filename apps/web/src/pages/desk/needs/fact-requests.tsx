import { Button } from 'antd';
import { useQuery } from 'urql';
import { graphql, type ResultOf, USER_ERROR } from '../../../api/graphql.js';
import { useAction } from '../../../api/use-action.js';
import { dayOf } from '../../../texts/format.js';
import { useReading, useTexts } from '../../../texts/locale.js';
import { ProblemNotice } from '../../../ui/answer.js';
import { Section } from '../../../ui/page.js';
import { Mark } from '../../../ui/tags.js';

const FACT_REQUEST = graphql(`
  fragment FactRequestEntry on FactRequest {
    id
    state
    createdAt
    expiresAt
    answeredAt
    contactMask
    organization {
      id
      name
    }
    facts {
      kind
      subjectId
      name
      answer
      statement
    }
  }
`);

const REVOKE = graphql(
  `
    mutation RevokeFactRequest($input: RevokeFactRequestInput!) {
      revokeFactRequest(input: $input) {
        __typename
        ... on RevokeFactRequestPayload {
          factRequest {
            id
            state
          }
        }
        ...UserError
      }
    }
  `,
  [USER_ERROR],
);

export type FactRequestEntry = ResultOf<typeof FACT_REQUEST>;

/** The state of a request, as a word with a colour. */
export function FactRequestMark({ state }: Pick<FactRequestEntry, 'state'>) {
  const t = useTexts();
  const tone = state === 'ANSWERED' ? 'good' : state === 'SENT' ? 'strong' : 'plain';
  return <Mark tone={tone} text={t(`factRequest.${state}`)} />;
}

/** The questions, with what became of each. */
function Answers({ facts }: Pick<FactRequestEntry, 'facts'>) {
  const t = useTexts();
  return (
    <dl className="facts">
      {facts.map(({ kind, subjectId, name, answer, statement }) => (
        <div key={`${kind}-${subjectId ?? ''}`} className="fact">
          <dt>{name}</dt>
          <dd>{statement ?? (answer && t(`factAnswer.${answer}`))}</dd>
        </div>
      ))}
    </dl>
  );
}

interface RequestProps {
  readonly request: FactRequestEntry;
  readonly organizationId: string;
  readonly refresh: () => void;
}

function RequestRow({ request, organizationId, refresh }: RequestProps) {
  const { t, locale } = useReading();
  const revoke = useAction(REVOKE);
  const { id, state, createdAt, expiresAt, answeredAt, contactMask, organization, facts } = request;
  const takeBack = async () => {
    const input = { actingOrganizationId: organizationId, factRequestId: id };
    if (await revoke.run({ input })) refresh();
  };
  const then =
    state === 'SENT'
      ? t('facts.openUntil', { date: dayOf(expiresAt, locale) })
      : answeredAt && state !== 'REVOKED' && t('facts.answeredOn', { date: dayOf(answeredAt, locale) });
  const when = [t('facts.sentOn', { date: dayOf(createdAt, locale) }), contactMask, then];
  return (
    <li className="card">
      <p>
        <span className="card-title">{organization?.name}</span> <FactRequestMark state={state} />
      </p>
      <p className="card-details">{when.filter(Boolean).join(' · ')}</p>
      <Answers facts={facts} />
      <ProblemNotice problem={revoke.problem} />
      {state === 'SENT' && (
        <Button size="small" loading={revoke.busy} onClick={() => void takeBack()}>
          {t('facts.revoke')}
        </Button>
      )}
    </li>
  );
}

interface FactRequestsProps {
  readonly requests: readonly FactRequestEntry[];
  readonly organizationId: string;
  readonly refresh: () => void;
}

/** Which companies were asked for facts, and what they answered. */
export function FactRequests({ requests, organizationId, refresh }: FactRequestsProps) {
  const t = useTexts();
  if (requests.length === 0) return null;
  return (
    <Section title={t('facts.title')}>
      <ul className="cards">
        {requests.map((request) => (
          <RequestRow key={request.id} request={request} organizationId={organizationId} refresh={refresh} />
        ))}
      </ul>
    </Section>
  );
}

const FACT_REQUESTS = graphql(
  `
    query FactRequestsOfNeed($id: ID!) {
      procurementNeed(id: $id) {
        id
        factRequests(first: 50) {
          edges {
            node {
              ...FactRequestEntry
            }
          }
        }
      }
    }
  `,
  [FACT_REQUEST],
);

/** Which companies were asked for facts about a need, the newest first. Apart from its matches: both are much to ask. */
export function useFactRequests(needId: string): {
  readonly requests: readonly FactRequestEntry[];
  readonly refresh: () => void;
} {
  const [{ data }, ask] = useQuery({
    query: FACT_REQUESTS,
    variables: { id: needId },
    requestPolicy: 'cache-and-network',
  });
  return {
    requests: data?.procurementNeed?.factRequests?.edges.map(({ node }) => node) ?? [],
    refresh: () => ask({ requestPolicy: 'network-only' }),
  };
}
