import { Button } from 'antd';
import { Link, useSearchParams } from 'react-router';
import { useQuery } from 'urql';
import { graphql, type ResultOf, USER_ERROR } from '../../../api/graphql.js';
import { useAction } from '../../../api/use-action.js';
import { ContactExchange } from './contact-exchange.js';
import { dayOf } from '../../../texts/format.js';
import { useReading, useTexts } from '../../../texts/locale.js';
import { Answer, EmptyState, ProblemNotice } from '../../../ui/answer.js';
import { Mark } from '../../../ui/tags.js';
import { DeskFrame } from '../../../session/desk-frame.js';
import { RespondForm } from './respond-form.js';

const MY_RESPONSES = graphql(`
  query MyResponses($organizationId: ID!) {
    mySupplyResponses(actingOrganizationId: $organizationId, first: 100) {
      edges {
        node {
          id
          state
          message
          createdAt
          declineReason
          procurementNeed {
            id
            title
          }
        }
      }
    }
  }
`);

const WITHDRAW = graphql(
  `
    mutation WithdrawResponse($input: WithdrawSupplyResponseInput!) {
      withdrawSupplyResponse(input: $input) {
        __typename
        ... on WithdrawSupplyResponsePayload {
          supplyResponse {
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

type OwnResponse = ResultOf<typeof MY_RESPONSES>['mySupplyResponses']['edges'][number]['node'];

interface SentProps {
  readonly responses: readonly OwnResponse[];
  readonly organizationId: string;
  readonly refresh: () => void;
}

interface RowProps {
  readonly response: OwnResponse;
  readonly organizationId: string;
  readonly refresh: () => void;
}

function ResponseRow({ response, organizationId, refresh }: RowProps) {
  const { t, locale } = useReading();
  const withdraw = useAction(WITHDRAW);
  const { id, state, message, createdAt, declineReason, procurementNeed } = response;
  const leave = async () => {
    const input = { actingOrganizationId: organizationId, supplyResponseId: id };
    if (await withdraw.run({ input })) refresh();
  };
  return (
    <li className="card">
      <Link className="card-title" to={`/needs/${procurementNeed.id}`}>
        {procurementNeed.title}
      </Link>{' '}
      <Mark tone={state === 'INTERESTED' ? 'good' : 'plain'} text={t(`responseState.${state}`)} />
      {declineReason && <Mark tone="warn" text={t(`declineReason.${declineReason}`)} />}
      <p className="prose">{message}</p>
      <div className="row-actions">
        <span className="quiet">{dayOf(createdAt, locale)}</span>
        {state === 'SENT' && (
          <Button loading={withdraw.busy} onClick={() => void leave()}>
            {t('responses.withdraw')}
          </Button>
        )}
      </div>
      <ProblemNotice problem={withdraw.problem} />
      {state === 'INTERESTED' && <ContactExchange responseId={id} organizationId={organizationId} />}
    </li>
  );
}

function Sent({ responses, organizationId, refresh }: SentProps) {
  const t = useTexts();
  if (responses.length === 0) {
    return (
      <EmptyState title={t('responses.none')} text={t('responses.noneText')}>
        <Link to="/search?in=NEEDS">
          <Button type="primary">{t('responses.browse')}</Button>
        </Link>
      </EmptyState>
    );
  }
  return (
    <ul className="cards section">
      {responses.map((response) => (
        <ResponseRow
          key={response.id}
          response={response}
          organizationId={organizationId}
          refresh={refresh}
        />
      ))}
    </ul>
  );
}

function ResponseList({ organizationId }: { organizationId: string }) {
  const [parameters, setParameters] = useSearchParams();
  const needId = parameters.get('need');
  const [{ data, error }, ask] = useQuery({
    query: MY_RESPONSES,
    variables: { organizationId },
    requestPolicy: 'cache-and-network',
  });
  const refresh = () => ask({ requestPolicy: 'network-only' });
  const onSent = () => {
    setParameters({});
    refresh();
  };
  return (
    <>
      {needId && (
        <RespondForm
          needId={needId}
          capabilityId={parameters.get('capability')}
          organizationId={organizationId}
          onSent={onSent}
        />
      )}
      <Answer data={data?.mySupplyResponses} error={error} onRetry={refresh} shape="card">
        {({ edges }) => (
          <Sent responses={edges.map(({ node }) => node)} organizationId={organizationId} refresh={refresh} />
        )}
      </Answer>
    </>
  );
}

/** Needs that the supplier has answered, and answering one. */
export function ResponsesPage() {
  const t = useTexts();
  return (
    <DeskFrame title={t('desk.responses')}>{({ id }) => <ResponseList organizationId={id} />}</DeskFrame>
  );
}

export { ResponsesPage as Component };
