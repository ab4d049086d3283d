import { Button, Form, Input, Select } from 'antd';
import { useMemo, useState } from 'react';
import { useQuery } from 'urql';
import { graphql, type ResultOf } from '../../../api/graphql.js';
import { useAction } from '../../../api/use-action.js';
import { timeOf } from '../../../texts/format.js';
import { useReading, useTexts } from '../../../texts/locale.js';
import { Answer, ProblemNotice } from '../../../ui/answer.js';
import { Section } from '../../../ui/page.js';
import { useMessages } from '../../../ui/short-messages.js';
import { Mark } from '../../../ui/tags.js';
import { type BoardSlot, slotWords } from '../meetings/meeting-board.js';
import { ACCEPT_REQUEST, DECLINE_REQUEST, REQUEST_MEETING } from '../meetings/meeting.mutations.js';

const PARTNERS = graphql(`
  query MeetingPartners($eventId: ID!, $organizationId: ID!) {
    meetingPartners(eventId: $eventId, actingOrganizationId: $organizationId, first: 100) {
      edges {
        node {
          id
          organization {
            id
            name
          }
        }
      }
    }
  }
`);

interface AskProps {
  readonly eventId: string;
  readonly organizationId: string;
  readonly zone: string;
  readonly slots: readonly BoardSlot[];
  readonly onSent: () => void;
}

interface AskDraft {
  readonly withOrganizationId: string;
  readonly slotId: string;
  readonly message?: string;
}

/** The organizations that can be asked. */
function usePartners(eventId: string, organizationId: string) {
  const [{ data }] = useQuery({ query: PARTNERS, variables: { eventId, organizationId } });
  return (data?.meetingPartners.edges ?? []).flatMap(({ node: { organization } }) =>
    organization ? [{ value: organization.id, label: organization.name }] : [],
  );
}

/** Asks somebody of the other side for a meeting in a slot that is to come. */
function AskForMeeting({ eventId, organizationId, zone, slots, onSent }: AskProps) {
  const t = useTexts();
  const messages = useMessages();
  const others = usePartners(eventId, organizationId);
  const request = useAction(REQUEST_MEETING);
  const [form] = Form.useForm<AskDraft>();
  const [sent, setSent] = useState(0);
  const clientMutationId = useMemo(() => `${crypto.randomUUID()}:${sent}`, [sent]);
  const coming = slots.filter(({ startsAt }) => Date.parse(startsAt) > Date.now());
  if (others.length === 0 || coming.length === 0) return null;
  const send = async (draft: AskDraft) => {
    const input = { actingOrganizationId: organizationId, eventId, ...draft, clientMutationId };
    if (!(await request.run({ input }))) return;
    setSent(sent + 1);
    form.resetFields();
    messages.success(t('request.sentNow'));
    onSent();
  };
  const chosen = [{ required: true, message: t('form.choose') }];
  return (
    <Section title={t('request.new')}>
      <Form form={form} layout="vertical" onFinish={(draft: AskDraft) => void send(draft)}>
        <Form.Item name="withOrganizationId" label={t('request.whom')} rules={chosen}>
          <Select showSearch={{ optionFilterProp: 'label' }} options={others} />
        </Form.Item>
        <Form.Item name="slotId" label={t('request.slot')} rules={chosen}>
          <Select options={coming.map((slot) => ({ value: slot.id, label: slotWords(slot, zone) }))} />
        </Form.Item>
        <Form.Item name="message" label={t('request.message')}>
          <Input.TextArea rows={2} maxLength={500} />
        </Form.Item>
        <ProblemNotice problem={request.problem} />
        <Button type="primary" htmlType="submit" loading={request.busy}>
          {t('request.send')}
        </Button>
      </Form>
    </Section>
  );
}

const REQUESTS = graphql(`
  query MeetingRequests($eventId: ID!, $organizationId: ID!) {
    myMeetingRequests(eventId: $eventId, actingOrganizationId: $organizationId, first: 50) {
      edges {
        node {
          id
          state
          message
          expiresAt
          slot {
            id
            startsAt
            endsAt
          }
          meeting {
            id
            slot {
              id
              startsAt
              endsAt
            }
          }
          from {
            id
            name
          }
          to {
            id
            name
          }
        }
      }
    }
  }
`);

type Request = ResultOf<typeof REQUESTS>['myMeetingRequests']['edges'][number]['node'];

interface RequestsProps {
  readonly eventId: string;
  readonly organizationId: string;
  readonly zone: string;
  readonly slots: readonly BoardSlot[];
  readonly onAgreed: () => void;
}

interface RowProps extends Pick<RequestsProps, 'organizationId' | 'zone'> {
  readonly request: Request;
  readonly onAnswer: () => void;
}

/** A request in words: a new meeting, or another time for one. */
function RequestWords({ request, received, zone }: { request: Request; received: boolean; zone: string }) {
  const t = useTexts();
  const { meeting, slot, from, to, state } = request;
  const name = (received ? from : to)?.name ?? '';
  if (!meeting)
    return (
      <>
        {t(received ? 'request.received' : 'request.sent', { name })} · {slotWords(slot, zone)}
      </>
    );
  // Once it is answered the meeting may be there already, or elsewhere.
  const when =
    state === 'PENDING'
      ? t('request.instead', { from: slotWords(meeting.slot, zone), to: slotWords(slot, zone) })
      : slotWords(slot, zone);
  return (
    <>
      {t(received ? 'request.moveReceived' : 'request.moveSent', { name })} · {when}
    </>
  );
}

function RequestRow({ request, organizationId, zone, onAnswer }: RowProps) {
  const { t, locale } = useReading();
  const accept = useAction(ACCEPT_REQUEST);
  const decline = useAction(DECLINE_REQUEST);
  const { id, state, message, expiresAt, to } = request;
  const received = to?.id === organizationId;
  const expired = state === 'PENDING' && Date.parse(expiresAt) <= Date.now();
  const waits = state === 'PENDING' && !expired;
  const input = { actingOrganizationId: organizationId, requestId: id };
  const answer = async (action: typeof accept | typeof decline) => {
    if (await action.run({ input })) onAnswer();
  };
  return (
    <li>
      <p>
        <RequestWords {...{ request, received, zone }} />{' '}
        <Mark
          tone={state === 'ACCEPTED' ? 'good' : waits ? 'warn' : 'plain'}
          text={expired ? t('request.expired') : t(`meetingRequestState.${state}`)}
        />
        {waits && (
          <span className="quiet">{t('request.until', { time: timeOf(expiresAt, locale, zone) })}</span>
        )}
      </p>
      {message && <p className="remark">{message}</p>}
      {received && waits && (
        <p className="button-row">
          <Button type="primary" loading={accept.busy} onClick={() => void answer(accept)}>
            {t('request.accept')}
          </Button>
          <Button loading={decline.busy} onClick={() => void answer(decline)}>
            {t('request.decline')}
          </Button>
        </p>
      )}
      <ProblemNotice problem={accept.problem ?? decline.problem} />
    </li>
  );
}

/** Requests for meetings that the organization has sent and received, and a new one. */
export function MeetingRequests({ eventId, organizationId, zone, slots, onAgreed }: RequestsProps) {
  const t = useTexts();
  const [{ data, error }, ask] = useQuery({
    query: REQUESTS,
    variables: { eventId, organizationId },
    requestPolicy: 'cache-and-network',
  });
  const refresh = () => ask({ requestPolicy: 'network-only' });
  const answered = () => {
    refresh();
    onAgreed();
  };
  return (
    <>
      <Section title={t('request.title')}>
        <p className="quiet">{t('request.text')}</p>
        <Answer data={data?.myMeetingRequests} error={error} onRetry={refresh}>
          {({ edges }) =>
            edges.length === 0 ? (
              <p className="quiet">{t('request.none')}</p>
            ) : (
              <ul className="rows">
                {edges.map(({ node }) => (
                  <RequestRow
                    key={node.id}
                    request={node}
                    {...{ organizationId, zone }}
                    onAnswer={answered}
                  />
                ))}
              </ul>
            )
          }
        </Answer>
      </Section>
      <AskForMeeting {...{ eventId, organizationId, zone, slots }} onSent={refresh} />
    </>
  );
}
