import { Button, Form, Modal, Select } from 'antd';
import { useQuery } from 'urql';
import { type EnumOf, graphql } from '../../../api/graphql.js';
import { useAction } from '../../../api/use-action.js';
import { useTexts } from '../../../texts/locale.js';
import { ProblemNotice } from '../../../ui/answer.js';
import { ReasonButton } from '../../../ui/reason-button.js';
import { useMessages } from '../../../ui/short-messages.js';
import { type BoardSlot, pairOf, slotWords } from './meeting-board.js';
import { CANCEL_MEETING, RECORD_ATTENDANCE } from './meeting.mutations.js';
import type { BoardMeeting } from './use-event-meetings.js';

interface MeetingDialogProps {
  readonly meeting: BoardMeeting;
  readonly organizationId: string;
  readonly zone: string;
  readonly onDone: () => Promise<void>;
  readonly onClose: () => void;
}

/** Sides that did not come, with the words for it. */
const ATTENDANCE = [
  { text: 'board.held', absent: [] },
  { text: 'board.buyerAbsent', absent: ['BUYER'] },
  { text: 'board.supplierAbsent', absent: ['SUPPLIER'] },
  { text: 'board.bothAbsent', absent: ['BUYER', 'SUPPLIER'] },
] as const satisfies readonly { text: string; absent: readonly EnumOf<'ParticipantRole'>[] }[];

/** What organizers note about a meeting: who came, or that it does not take place. */
export function MeetingDialog({ meeting, organizationId, zone, onDone, onClose }: MeetingDialogProps) {
  const t = useTexts();
  const messages = useMessages();
  const record = useAction(RECORD_ATTENDANCE);
  const cancel = useAction(CANCEL_MEETING);
  const { id, state, slot, table } = meeting;
  const target = { actingOrganizationId: organizationId, meetingId: id };
  const close = async (done: object | null) => {
    if (!done) return;
    await onDone();
    messages.success(t('saved'));
    onClose();
  };
  const attend = async (absent: readonly EnumOf<'ParticipantRole'>[]) =>
    close(await record.run({ input: { ...target, absent: [...absent] } }));
  const leave = async (reason: string) => close(await cancel.run({ input: { ...target, reason } }));
  return (
    <Modal open title={pairOf(meeting)} footer={null} onCancel={onClose}>
      <p>
        {slotWords(slot, zone)} · {table.label} · {t(`meetingState.${state}`)}
      </p>
      {state !== 'PROVISIONAL' && (
        <>
          <p className="quiet">{t('board.attendanceText')}</p>
          <p className="button-row" role="group" aria-label={t('board.attendance')}>
            {ATTENDANCE.map(({ text, absent }) => (
              <Button key={text} disabled={record.busy} onClick={() => void attend(absent)}>
                {t(text)}
              </Button>
            ))}
          </p>
        </>
      )}
      {(state === 'PUBLISHED' || state === 'PROVISIONAL') && (
        <p className="button-row">
          <ReasonButton label={t('board.cancel')} question={t('board.cancelReason')} onReason={leave} />
        </p>
      )}
      <ProblemNotice problem={record.problem ?? cancel.problem} />
    </Modal>
  );
}

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
