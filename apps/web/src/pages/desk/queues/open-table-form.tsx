import { Button, Form, Input, InputNumber, Select } from 'antd';
import { useMessages } from '../../../app/short-messages.js';
import { useAction } from '../../../api/use-action.js';
import { useTexts } from '../../../texts/locale.js';
import { ProblemNotice } from '../../../ui/problem-notice.js';
import { Section } from '../../../ui/section.js';
import type { EventDeskProps } from '../events/event-desk-frame.js';
import { OPEN_QUEUE_TABLE } from './queue.mutations.js';
import { useAttending } from './use-attending.js';

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
