import type { Client } from '@urql/core';
import { Button, Form, Input, InputNumber, Select } from 'antd';
import { useEffect, useState } from 'react';
import { useClient } from 'urql';
import type { EnumOf, ResultOf } from '../../../api/graphql.js';
import { useAction } from '../../../api/use-action.js';
import { useTexts } from '../../../texts/locale.js';
import { ProblemNotice } from '../../../ui/answer.js';
import { Section } from '../../../ui/page.js';
import { useMessages } from '../../../ui/short-messages.js';
import type { EventDeskProps } from '../events/event-desk-frame.js';
import { OPEN_QUEUE_TABLE } from './queue.mutations.js';
import { QUEUE_HOSTS } from './queue.query.js';

type Attending = ResultOf<typeof QUEUE_HOSTS>['eventRegistrations']['edges'][number]['node'];

async function all(
  client: Client,
  eventId: string,
  role: EnumOf<'ParticipantRole'> | null,
): Promise<Attending[]> {
  const found: Attending[] = [];
  for (let after: string | null = null, more = true; more;) {
    const { data } = await client
      .query(QUEUE_HOSTS, { eventId, role, after }, { requestPolicy: 'network-only' })
      .toPromise();
    if (!data) return found;
    const { edges, pageInfo }: typeof data.eventRegistrations = data.eventRegistrations;
    found.push(...edges.map(({ node }) => node));
    after = pageInfo.endCursor;
    more = pageInfo.hasNextPage;
  }
  return found;
}

/** Confirmed buyers and suppliers of an event, or those of one side, to choose among; walk-ins come last. */
export function useAttending(eventId: string, side: EnumOf<'ParticipantRole'> | null) {
  const t = useTexts();
  const client = useClient();
  const [found, setFound] = useState<readonly Attending[]>([]);
  useEffect(() => {
    let here = true;
    void all(client, eventId, side).then((attending) => here && setFound(attending));
    return () => {
      here = false;
    };
  }, [client, eventId, side]);
  return found
    .filter(({ role }) => role !== 'VISITOR')
    .map(({ id, role, organization, companyName }) => ({
      value: id,
      label: `${organization?.name ?? companyName ?? t('queue.walkIn')} · ${t(`oneRole.${role}`)}`,
    }));
}

interface TableDraft {
  readonly registrationId: string;
  readonly label: string;
  readonly minutesEach: number;
}

function TableFields({ eventId }: { eventId: string }) {
  const t = useTexts();
  const hosts = useAttending(eventId, null);
  const required = [{ required: true, message: t('form.required') }];
  return (
    <div className="three-fields">
      <Form.Item name="registrationId" label={t('queue.whose')} rules={required}>
        <Select options={hosts} showSearch={{ optionFilterProp: 'label' }} />
      </Form.Item>
      <Form.Item name="label" label={t('queue.label')} rules={required}>
        <Input maxLength={40} />
      </Form.Item>
      <Form.Item name="minutesEach" label={t('queue.minutes')} rules={required}>
        <InputNumber min={1} max={240} precision={0} className="full" />
      </Form.Item>
    </div>
  );
}

/** Opens a table at which one talks by call number. */
export function OpenTableForm({ event, organizationId, refresh }: EventDeskProps) {
  const t = useTexts();
  const messages = useMessages();
  const open = useAction(OPEN_QUEUE_TABLE);
  const [form] = Form.useForm<TableDraft>();
  const send = async (draft: TableDraft) => {
    const target = { actingOrganizationId: organizationId, eventId: event.id };
    if (!(await open.run({ input: { ...target, ...draft } }))) return;
    messages.success(t('queue.opened'));
    form.resetFields();
    refresh();
  };
  return (
    <Section title={t('queue.open')}>
      <p className="quiet">{t('queue.text')}</p>
      <Form<TableDraft>
        form={form}
        name="queue"
        layout="vertical"
        initialValues={{ minutesEach: 10 }}
        onFinish={(draft) => void send(draft)}
      >
        <TableFields eventId={event.id} />
        <ProblemNotice problem={open.problem} />
        <Button type="primary" htmlType="submit" loading={open.busy}>
          {t('queue.openNow')}
        </Button>
      </Form>
    </Section>
  );
}
