import { Button, Form, Input, Modal, Select } from 'antd';
import { useState } from 'react';
import { useQuery } from 'urql';
import { graphql } from '../../../api/graphql.js';
import { useAction } from '../../../api/use-action.js';
import { useTexts } from '../../../texts/locale.js';
import { Answer, ProblemNotice } from '../../../ui/answer.js';
import { useMessages } from '../../../ui/short-messages.js';
import { slotWords } from '../meetings/meeting-board.js';
import { PROPOSE_TIME } from '../meetings/meeting.mutations.js';

const TIMES = graphql(`
  query MeetingTimes($meetingId: ID!) {
    meetingTimes(meetingId: $meetingId) {
      id
      startsAt
      endsAt
    }
  }
`);

interface ProposeProps {
  readonly meetingId: string;
  readonly organizationId: string;
  /** The other side. */
  readonly name: string;
  readonly zone: string;
  readonly onProposed: () => void;
}

interface TimeDraft {
  readonly slotId: string;
  readonly message?: string;
}

/** Chooses among the slots in which both sides are free. */
function TimeFields({ meetingId, zone }: Pick<ProposeProps, 'meetingId' | 'zone'>) {
  const t = useTexts();
  const [{ data, error }, ask] = useQuery({
    query: TIMES,
    variables: { meetingId },
    requestPolicy: 'network-only',
  });
  return (
    <Answer data={data?.meetingTimes} error={error} onRetry={() => ask()}>
      {(slots) =>
        slots.length === 0 ? (
          <p>{t('schedule.noTimes')}</p>
        ) : (
          <>
            <p className="quiet">{t('schedule.proposeText')}</p>
            <Form.Item
              name="slotId"
              label={t('request.slot')}
              rules={[{ required: true, message: t('form.choose') }]}
            >
              <Select options={slots.map((slot) => ({ value: slot.id, label: slotWords(slot, zone) }))} />
            </Form.Item>
            <Form.Item name="message" label={t('request.message')}>
              <Input.TextArea rows={2} maxLength={500} />
            </Form.Item>
          </>
        )
      }
    </Answer>
  );
}

interface DialogProps extends ProposeProps {
  readonly onClose: () => void;
}

function ProposeDialog({ meetingId, organizationId, zone, onProposed, onClose }: DialogProps) {
  const t = useTexts();
  const messages = useMessages();
  const propose = useAction(PROPOSE_TIME);
  const [form] = Form.useForm<TimeDraft>();
  const [clientMutationId] = useState(() => crypto.randomUUID());
  const send = async (draft: TimeDraft) => {
    if (!draft.slotId) return onClose();
    const input = { actingOrganizationId: organizationId, meetingId, ...draft, clientMutationId };
    if (!(await propose.run({ input }))) return;
    messages.success(t('schedule.proposed'));
    onClose();
    onProposed();
  };
  return (
    <Modal
      open
      title={t('schedule.propose')}
      okText={t('action.confirm')}
      cancelText={t('action.cancel')}
      confirmLoading={propose.busy}
      onOk={() => form.submit()}
      onCancel={onClose}
    >
      <Form form={form} name="propose" layout="vertical" onFinish={(draft: TimeDraft) => void send(draft)}>
        <TimeFields meetingId={meetingId} zone={zone} />
      </Form>
      <ProblemNotice problem={propose.problem} />
    </Modal>
  );
}

/** Proposes another time for a meeting to the other side, which accepts or turns it down among its requests. */
export function ProposeTime(props: ProposeProps) {
  const t = useTexts();
  const [open, setOpen] = useState(false);
  const title = t('schedule.proposeWith', { name: props.name });
  return (
    <>
      <Button aria-label={title} onClick={() => setOpen(true)}>
        {t('schedule.propose')}
      </Button>
      {open && <ProposeDialog {...props} onClose={() => setOpen(false)} />}
    </>
  );
}
