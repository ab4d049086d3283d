import { Form, Modal, Select } from 'antd';
import { useTexts } from '../../../texts/locale.js';
import { type BoardSlot, pairOf, slotWords } from './meeting-board.js';
import type { BoardMeeting } from './use-event-meetings.js';

interface MoveDialogProps {
  readonly meeting: BoardMeeting;
  readonly slots: readonly BoardSlot[];
  readonly meetings: readonly BoardMeeting[];
  readonly zone: string;
  readonly onMove: (slot: BoardSlot, onto: BoardMeeting | undefined) => void;
  readonly onClose: () => void;
}

interface MoveDraft {
  readonly target: string;
}

/** Moves a meeting without a mouse: to a slot, or to the place of another meeting. */
export function MoveDialog({ meeting, slots, meetings, zone, onMove, onClose }: MoveDialogProps) {
  const t = useTexts();
  const [form] = Form.useForm<MoveDraft>();
  const others = meetings.filter(({ id, locked }) => id !== meeting.id && !locked);
  const options = [
    ...slots
      .filter(({ id }) => id !== meeting.slot.id)
      .map((slot) => ({ value: slot.id, label: t('board.to', { slot: slotWords(slot, zone) }) })),
    ...others.map((other) => ({ value: other.id, label: t('board.swapWith', { pair: pairOf(other) }) })),
  ];
  const submit = ({ target }: MoveDraft) => {
    const onto = others.find(({ id }) => id === target);
    const slot = onto?.slot ?? slots.find(({ id }) => id === target);
    if (slot) onMove(slot, onto);
  };
  return (
    <Modal
      open
      title={t('board.moveOf', { pair: pairOf(meeting) })}
      okText={t('action.confirm')}
      cancelText={t('action.cancel')}
      onOk={() => form.submit()}
      onCancel={onClose}
    >
      <Form form={form} layout="vertical" onFinish={submit}>
        <Form.Item
          name="target"
          label={t('board.target')}
          rules={[{ required: true, message: t('form.choose') }]}
        >
          <Select showSearch={{ optionFilterProp: 'label' }} options={options} />
        </Form.Item>
      </Form>
    </Modal>
  );
}
