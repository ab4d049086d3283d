import { Button, Form, Input, Modal, Select } from 'antd';
import { useState } from 'react';
import type { EnumOf } from '../../../api/graphql.js';
import { useAction } from '../../../api/use-action.js';
import { useTexts } from '../../../texts/locale.js';
import { ProblemNotice } from '../../../ui/answer.js';
import { DRAW_NUMBER_FOR } from './queue.mutations.js';
import type { QueueTableData } from './queue.query.js';
import { useAttending } from './open-table-form.js';

interface DrawForProps {
  readonly table: QueueTableData;
  readonly eventId: string;
  readonly organizationId: string;
  readonly onDrawn: () => void;
}

interface DrawDraft {
  readonly registrationId?: string;
  readonly ticket?: string;
}

/** Who draws at a table is of the other side. */
function drawingSide({ hostRole }: QueueTableData): EnumOf<'ParticipantRole'> {
  return hostRole === 'BUYER' ? 'SUPPLIER' : 'BUYER';
}

function DrawFields({ table, eventId }: Pick<DrawForProps, 'table' | 'eventId'>) {
  const t = useTexts();
  const attending = useAttending(eventId, drawingSide(table));
  return (
    <>
      <p className="quiet">{t('queue.drawForText')}</p>
      <Form.Item name="registrationId" label={t('queue.forWhom')}>
        <Select allowClear options={attending} showSearch={{ optionFilterProp: 'label' }} />
      </Form.Item>
      <Form.Item
        name="ticket"
        label={t('queue.ticket')}
        dependencies={['registrationId']}
        rules={[
          ({ getFieldValue }) => ({
            validator: (_, ticket?: string) =>
              Boolean(ticket?.trim()) === Boolean(getFieldValue('registrationId'))
                ? Promise.reject(new Error(t('form.choose')))
                : Promise.resolve(),
          }),
        ]}
      >
        <Input maxLength={400} autoComplete="off" />
      </Form.Item>
    </>
  );
}

/** Draws a number and keeps the result to announce. */
function useDrawing({ table, organizationId, onDrawn }: DrawForProps, onDone: () => void) {
  const t = useTexts();
  const draw = useAction(DRAW_NUMBER_FOR);
  const [told, setTold] = useState<string | null>(null);
  const send = async ({ registrationId, ticket }: DrawDraft) => {
    const place = { actingOrganizationId: organizationId, queueTableId: table.id };
    const whom = registrationId ? { registrationId } : { ticket: ticket?.trim() };
    const payload = await draw.run({ input: { ...place, ...whom } });
    if (!payload) return;
    const { number, participantName } = payload.number;
    setTold(t('queue.drawnFor', { name: participantName ?? t('queue.walkIn'), number }));
    onDone();
    onDrawn();
  };
  return { send, told, busy: draw.busy, problem: draw.problem };
}

function DrawDialog({ title, onClose, ...props }: DrawForProps & { title: string; onClose: () => void }) {
  const t = useTexts();
  const [form] = Form.useForm<DrawDraft>();
  const drawing = useDrawing(props, () => form.resetFields());
  return (
    <Modal
      open
      title={title}
      okText={t('queue.draw')}
      cancelText={t('queue.drawForEnd')}
      confirmLoading={drawing.busy}
      onOk={() => form.submit()}
      onCancel={onClose}
    >
      <Form
        form={form}
        name="draw"
        layout="vertical"
        onFinish={(draft: DrawDraft) => void drawing.send(draft)}
      >
        <DrawFields {...props} />
      </Form>
      <ProblemNotice problem={drawing.problem} />
      {drawing.told && (
        <p className="big-number" role="status">
          {drawing.told}
        </p>
      )}
    </Modal>
  );
}

/** Draws a number for a visitor without an account; staff announce the number. */
export function DrawFor(props: DrawForProps) {
  const t = useTexts();
  const [open, setOpen] = useState(false);
  const title = t('queue.drawForAt', { table: props.table.label });
  return (
    <>
      <Button aria-label={title} onClick={() => setOpen(true)}>
        {t('queue.drawFor')}
      </Button>
      {open && <DrawDialog {...props} title={title} onClose={() => setOpen(false)} />}
    </>
  );
}
