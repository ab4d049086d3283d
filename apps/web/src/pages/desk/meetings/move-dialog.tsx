import { Form, Modal, Select } from 'antd';
import { useQuery } from 'urql';
import { graphql } from '../../../api/graphql.js';
import { useTexts } from '../../../texts/locale.js';
import { type BoardSlot, pairOf, slotWords } from './meeting-board.js';
import type { BoardMeeting } from './use-event-meetings.js';

const MOVES = graphql(`
  query MeetingMoves($meetingId: ID!) {
    meetingMoves(meetingId: $meetingId) {
      slot {
        id
      }
      breaches {
        rule
      }
    }
  }
`);

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

/** The rules that moving a meeting to a slot would break, in words; empty where it can be moved. */
function useBreaches(meetingId: string): (slotId: string) => string {
  const t = useTexts();
  const [{ data }] = useQuery({ query: MOVES, variables: { meetingId }, requestPolicy: 'network-only' });
  return (slotId) =>
    (data?.meetingMoves.find(({ slot }) => slot.id === slotId)?.breaches ?? [])
      .map(({ rule }) => t(`moveRule.${rule}`))
      .join('、');
}

/** Moves a meeting without a mouse: to a slot, or to the place of another meeting. */
export function MoveDialog({ meeting, slots, meetings, zone, onMove, onClose }: MoveDialogProps) {
  const t = useTexts();
  const [form] = Form.useForm<MoveDraft>();
  const others = meetings.filter(({ id, locked }) => id !== meeting.id && !locked);
  const against = useBreaches(meeting.id);
  const words = (slot: BoardSlot) =>
    [t('board.to', { slot: slotWords(slot, zone) }), against(slot.id)].filter(Boolean).join(' — ');
  const options = [
    ...slots
      .filter(({ id }) => id !== meeting.slot.id)
      .map((slot) => ({ value: slot.id, label: words(slot), disabled: against(slot.id) !== '' })),
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
