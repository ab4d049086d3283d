import { Button, Form, Input, Radio } from 'antd';
import { useMessages } from '../../../app/short-messages.js';
import type { EnumOf } from '../../../api/graphql.js';
import type { DoorDesk } from '../../../check-in/use-door.js';
import { useTexts } from '../../../texts/locale.js';
import { Section } from '../../../ui/section.js';
import { ROLES } from '../events/roles.js';

interface WalkInDraft {
  readonly companyName: string;
  readonly name: string;
  readonly jobTitle?: string;
  readonly role: EnumOf<'ParticipantRole'>;
}

/** Lets somebody in who comes without a registration; without a network it is sent later. */
export function WalkInForm({ desk }: { desk: DoorDesk }) {
  const t = useTexts();
  const messages = useMessages();
  const [form] = Form.useForm<WalkInDraft>();
  const required = [{ required: true, message: t('form.required') }];
  const add = async ({ jobTitle, ...draft }: WalkInDraft) => {
    const id = crypto.randomUUID();
    await desk.noteWalkIn({ ...draft, id, jobTitle: jobTitle || null, evenIfFull: false });
    messages.success(t('checkIn.walkInNoted'));
    form.resetFields();
  };
  return (
    <Section title={t('checkIn.way.walkIn')}>
      <Form<WalkInDraft>
        form={form}
        layout="vertical"
        initialValues={{ role: 'VISITOR' }}
        onFinish={(draft) => void add(draft)}
      >
        <Form.Item name="companyName" label={t('checkIn.company')} rules={required}>
          <Input maxLength={200} />
        </Form.Item>
        <Form.Item name="name" label={t('person.name')} rules={required}>
          <Input maxLength={100} />
        </Form.Item>
        <Form.Item name="jobTitle" label={t('person.jobTitle')}>
          <Input maxLength={100} />
        </Form.Item>
        <Form.Item name="role" label={t('register.role')}>
          <Radio.Group options={ROLES.map((value) => ({ value, label: t(`oneRole.${value}`) }))} />
        </Form.Item>
        <Button type="primary" htmlType="submit">
          {t('checkIn.letIn')}
        </Button>
      </Form>
    </Section>
  );
}
