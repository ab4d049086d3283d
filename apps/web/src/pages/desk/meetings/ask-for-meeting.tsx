import { Button, Form, Input, Select } from 'antd';
import { useMemo, useState } from 'react';
import { useQuery } from 'urql';
import { useMessages } from '../../../app/short-messages.js';
import { graphql } from '../../../api/graphql.js';
import { useAction } from '../../../api/use-action.js';
import { useTexts } from '../../../texts/locale.js';
import { ProblemNotice } from '../../../ui/problem-notice.js';
import { Section } from '../../../ui/section.js';
import { type BoardSlot, slotWords } from './meeting-board.js';
import { REQUEST_MEETING } from './meeting.mutations.js';

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

/** Whom one can ask. */
function usePartners(eventId: string, organizationId: string) {
  const [{ data }] = useQuery({ query: PARTNERS, variables: { eventId, organizationId } });
  return (data?.meetingPartners.edges ?? []).flatMap(({ node: { organization } }) =>
    organization ? [{ value: organization.id, label: organization.name }] : [],
  );
}

/** Asks somebody of the other side for a meeting in a slot that is to come. */
export function AskForMeeting({ eventId, organizationId, zone, slots, onSent }: AskProps) {
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
