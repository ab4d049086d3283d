import { Button, Select } from 'antd';
import { useState } from 'react';
import { Link } from 'react-router';
import { type EnumOf, graphql, type ResultOf, USER_ERROR } from '../../../api/graphql.js';
import { useAction } from '../../../api/use-action.js';
import { ContactExchange } from '../responses/contact-exchange.js';
import { dayOf, quantity } from '../../../texts/format.js';
import { useReading, useTexts } from '../../../texts/locale.js';
import { ProblemNotice } from '../../../ui/answer.js';
import { Section } from '../../../ui/page.js';
import { ClaimStateTag, Mark } from '../../../ui/tags.js';

/** An answer of a supplier, as the buyer reads it. */
export const RECEIVED_RESPONSE = graphql(`
  fragment ReceivedResponse on SupplyResponse {
    id
    state
    message
    certificates
    leadTimeDays
    createdAt
    declineReason
    capacity {
      amount
      unit
      period
    }
    organization {
      id
      name
      claimState
    }
    capability {
      id
      title
    }
  }
`);

const ANSWER = graphql(
  `
    mutation AnswerResponse($input: AnswerSupplyResponseInput!) {
      answerSupplyResponse(input: $input) {
        __typename
        ... on AnswerSupplyResponsePayload {
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

type Response = ResultOf<typeof RECEIVED_RESPONSE>;
type Reason = EnumOf<'DeclineReason'>;

const REASONS: readonly Reason[] = [
  'ALREADY_SOURCED',
  'TECHNICAL_FIT',
  'CAPACITY',
  'LEAD_TIME',
  'PRICE',
  'CERTIFICATES',
  'REGION',
  'OTHER',
];

interface AnsweringProps {
  readonly responseId: string;
  readonly organizationId: string;
  readonly refresh: () => void;
}

function Answering({ responseId, organizationId, refresh }: AnsweringProps) {
  const t = useTexts();
  const action = useAction(ANSWER);
  const [reason, setReason] = useState<Reason>('TECHNICAL_FIT');
  const answer = async (chosen: EnumOf<'BuyerAnswer'>) => {
    const input = {
      actingOrganizationId: organizationId,
      supplyResponseId: responseId,
      answer: chosen,
      reason: chosen === 'DECLINED' ? reason : null,
    };
    if (await action.run({ input })) refresh();
  };
  return (
    <>
      <ProblemNotice problem={action.problem} />
      <p className="button-row">
        <Button type="primary" loading={action.busy} onClick={() => void answer('INTERESTED')}>
          {t('received.interested')}
        </Button>
        <Button onClick={() => void answer('NOT_NOW')}>{t('received.notNow')}</Button>
        <Select
          aria-label={t('received.reason')}
          value={reason}
          options={REASONS.map((value) => ({ value, label: t(`declineReason.${value}`) }))}
          onChange={setReason}
          popupMatchSelectWidth={false}
        />
        <Button onClick={() => void answer('DECLINED')}>{t('received.decline')}</Button>
      </p>
    </>
  );
}

function ResponseCard({ response, ...rest }: { response: Response } & Omit<AnsweringProps, 'responseId'>) {
  const { t, locale } = useReading();
  const { organization, capability, capacity, leadTimeDays, certificates } = response;
  const details = [
    capacity && `${t('field.capacity')} ${quantity(capacity, t)}`,
    leadTimeDays !== null && `${t('field.leadTime')} ${t('days', { count: leadTimeDays })}`,
    certificates,
    dayOf(response.createdAt, locale),
  ];
  return (
    <li className="card">
      <Link className="card-title" to={`/organizations/${organization.id}`}>
        {organization.name}
      </Link>{' '}
      <ClaimStateTag state={organization.claimState} />
      <Mark
        tone={response.state === 'INTERESTED' ? 'good' : 'plain'}
        text={t(`responseState.${response.state}`)}
      />
      {capability && <Link to={`/capabilities/${capability.id}`}>{capability.title}</Link>}
      <p className="prose">{response.message}</p>
      <p className="card-details">{details.filter(Boolean).join(' · ')}</p>
      {response.state === 'SENT' && <Answering responseId={response.id} {...rest} />}
      {response.state === 'INTERESTED' && (
        <ContactExchange responseId={response.id} organizationId={rest.organizationId} />
      )}
    </li>
  );
}

interface ReceivedResponsesProps {
  readonly responses: readonly Response[];
  readonly organizationId: string;
  readonly refresh: () => void;
}

/** Who says it can supply, and the buyer's answers. */
export function ReceivedResponses({ responses, ...rest }: ReceivedResponsesProps) {
  const t = useTexts();
  return (
    <Section title={t('received.title')}>
      {responses.length === 0 && <p className="quiet">{t('received.none')}</p>}
      <ul className="cards">
        {responses.map((response) => (
          <ResponseCard key={response.id} response={response} {...rest} />
        ))}
      </ul>
    </Section>
  );
}
