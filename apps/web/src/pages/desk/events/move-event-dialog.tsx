import { Button, Checkbox, Modal, Radio } from 'antd';
import { useState } from 'react';
import type { Problem } from '../../../api/problem.js';
import { useTexts } from '../../../texts/locale.js';
import { ProblemNotice } from '../../../ui/problem-notice.js';

/** What becomes of meetings and participants when an event is moved, as the API takes it. */
export interface MoveChoice {
  readonly meetingsFollow: boolean;
  readonly cancelMeetingsOutside: boolean;
  readonly notify: boolean;
}

interface MoveEventDialogProps {
  readonly announced: boolean;
  readonly slots: number;
  readonly busy: boolean;
  readonly problem: Problem | null;
  readonly onConfirm: (choice: MoveChoice) => void;
  readonly onClose: () => void;
}

/** Asks, before an event gets new times, what to do with its meetings and whether to notify participants. */
export function MoveEventDialog({
  announced,
  slots,
  busy,
  problem,
  onConfirm,
  onClose,
}: MoveEventDialogProps) {
  const t = useTexts();
  const [meetingsFollow, setFollow] = useState(true);
  const [notify, setNotify] = useState(true);
  const outside = problem?.code === 'EVENT_MEETINGS_OUTSIDE';
  const confirm = (cancelMeetingsOutside: boolean) =>
    onConfirm({ meetingsFollow, cancelMeetingsOutside, notify });
  return (
    <Modal
      open
      title={t('eventMove.title')}
      onCancel={onClose}
      footer={[
        <Button key="close" onClick={onClose}>
          {t('action.cancel')}
        </Button>,
        outside ? (
          <Button key="cancel" danger loading={busy} onClick={() => confirm(true)}>
            {t('eventMove.cancelOutside')}
          </Button>
        ) : (
          <Button key="save" type="primary" loading={busy} onClick={() => confirm(false)}>
            {t('eventMove.save')}
          </Button>
        ),
      ]}
    >
      {slots > 0 && (
        <>
          <p>{t('eventMove.text')}</p>
          <Radio.Group
            value={meetingsFollow}
            disabled={outside}
            aria-label={t('eventMove.text')}
            onChange={({ target }) => setFollow(target.value as boolean)}
          >
            <Radio value={true}>{t('eventMove.follow')}</Radio>
            <Radio value={false}>{t('eventMove.stay')}</Radio>
          </Radio.Group>
        </>
      )}
      {announced && (
        <p>
          <Checkbox checked={notify} onChange={({ target }) => setNotify(target.checked)}>
            {t('eventMove.notify')}
          </Checkbox>
        </p>
      )}
      <ProblemNotice problem={problem} />
    </Modal>
  );
}
