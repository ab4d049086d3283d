import { Button, Form, Input, InputNumber, Select } from 'antd';
import { useEffect, useMemo } from 'react';
import { useQuery } from 'urql';
import { useMessages } from '../../../ui/short-messages.js';
import { graphql, USER_ERROR } from '../../../api/graphql.js';
import { useAction } from '../../../api/use-action.js';
import { type DraftOfForm, KeepDraft } from '../../../forms/keep-draft.js';
import { useTexts } from '../../../texts/locale.js';
import { ProblemNotice } from '../../../ui/answer.js';
import { type QuantityDraft, quantityOf } from '../../../texts/quantity.js';
import { QuantityField } from '../../../forms/quantity-field.js';
import { Section } from '../../../ui/page.js';

const TO_ANSWER = graphql(`
  query NeedToAnswer($needId: ID!, $organizationId: ID!) {
    procurementNeed(id: $needId) {
      id
      title
    }
    organization(id: $organizationId) {
      id
      capabilities(first: 100, state: PUBLISHED) {
        edges {
          node {
            id
            title
          }
        }
      }
    }
  }
`);

const RESPOND = graphql(
  `
    mutation Respond($input: RespondToNeedInput!) {
      respondToNeed(input: $input) {
        __typename
        ... on RespondToNeedPayload {
          supplyResponse {
            id
          }
        }
        ...UserError
      }
    }
  `,
  [USER_ERROR],
);

interface ResponseDraft {
  readonly capabilityId?: string;
  readonly message: string;
  readonly capacity?: QuantityDraft;
  readonly leadTimeDays?: number | null;
  readonly certificates?: string;
}

function ResponseFields({ capabilities }: { capabilities: { value: string; label: string }[] }) {
  const t = useTexts();
  return (
    <>
      <Form.Item name="capabilityId" label={t('respond.capability')}>
        <Select
          allowClear={{ label: t('action.clear') }}
          options={capabilities}
          showSearch={{ optionFilterProp: 'label' }}
        />
      </Form.Item>
      <Form.Item
        name="message"
        label={t('respond.message')}
        extra={t('respond.messageHint')}
        rules={[{ required: true, message: t('form.required') }]}
      >
        <Input.TextArea rows={3} maxLength={2000} />
      </Form.Item>
      <QuantityField name="capacity" label={t('respond.capacity')} />
      <Form.Item name="leadTimeDays" label={t('respond.leadTime')}>
        <InputNumber min={0} max={3650} precision={0} className="full" />
      </Form.Item>
      <Form.Item name="certificates" label={t('respond.certificates')}>
        <Input maxLength={500} />
      </Form.Item>
    </>
  );
}

interface RespondFormProps {
  readonly needId: string;
  /** The capability that fits, where it is known; an only one is taken without. */
  readonly capabilityId?: string | null;
  readonly organizationId: string;
  readonly onSent: () => void;
}

/** "We can supply": the supplier's answer to a need, before any quotation. */
export function RespondForm(props: RespondFormProps) {
  return (
    <KeepDraft<ResponseDraft> key={props.needId} name={`response:${props.needId}`}>
      {(kept) => <RespondFields {...props} kept={kept} />}
    </KeepDraft>
  );
}

interface RespondFieldsProps extends RespondFormProps {
  readonly kept: DraftOfForm<ResponseDraft>;
}

function RespondFields({ needId, capabilityId, organizationId, onSent, kept }: RespondFieldsProps) {
  const t = useTexts();
  const messages = useMessages();
  const [{ data }] = useQuery({ query: TO_ANSWER, variables: { needId, organizationId } });
  const respond = useAction(RESPOND);
  const clientMutationId = useMemo(() => crypto.randomUUID(), []);
  const title = data?.procurementNeed?.title ?? '';
  const capabilities = (data?.organization?.capabilities.edges ?? []).map(({ node }) => ({
    value: node.id,
    label: node.title,
  }));
  const [form] = Form.useForm<ResponseDraft>();
  const chosen =
    capabilities.length === 1 ? capabilities[0] : capabilities.find(({ value }) => value === capabilityId);
  const preselected = chosen?.value;
  useEffect(() => {
    if (preselected && !kept.values && !form.isFieldTouched('capabilityId'))
      form.setFieldValue('capabilityId', preselected);
  }, [form, kept.values, preselected]);
  const send = async ({ capacity, ...draft }: ResponseDraft) => {
    const facts = { ...draft, capacity: quantityOf(capacity), parameters: [] };
    const input = { ...facts, actingOrganizationId: organizationId, needId, clientMutationId };
    if (!(await respond.run({ input }))) return;
    kept.forget();
    messages.success(t('respond.sent'));
    onSent();
  };
  return (
    <Section title={t('respond.to', { title })}>
      <Form
        form={form}
        layout="vertical"
        initialValues={kept.values ?? {}}
        onFinish={(draft: ResponseDraft) => void send(draft)}
        onValuesChange={(_, written: ResponseDraft) => kept.keep(written)}
      >
        <ResponseFields capabilities={capabilities} />
        <ProblemNotice problem={respond.problem} />
        <Button type="primary" htmlType="submit" loading={respond.busy}>
          {t('respond.send')}
        </Button>
      </Form>
    </Section>
  );
}
