import { Button, Checkbox, Modal, Radio } from 'antd';
import { useMemo, useState } from 'react';
import { useNavigate } from 'react-router';
import { useQuery } from 'urql';
import { type EnumOf, graphql, type ResultOf } from '../../../api/graphql.js';
import { type Problem, useAction } from '../../../api/use-action.js';
import { useTexts } from '../../../texts/locale.js';
import { Answer, ProblemNotice } from '../../../ui/answer.js';
import { Section } from '../../../ui/page.js';
import { useMessages } from '../../../ui/short-messages.js';
import { EventDeskFrame, type EventDeskProps } from './event-desk-frame.js';
import { type EventDraft, eventInput, spanDraft } from './event-drafts.js';
import { EventForm } from './event-form.js';
import { EventSteps } from './event-steps.js';
import { REPEAT_EVENT, UPDATE_EVENT } from './event.mutations.js';

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

const OWN_EVENT = graphql(`
  query OwnEvent($id: ID!) {
    matchmakingEvent(id: $id) {
      id
      title
      kind
      version
      venue
      address
      halls
      onlineUrl
      themes
      description
      schedule {
        zone
        starts
        ends
      }
      region {
        code
        name
      }
      meetingSlots {
        id
      }
    }
  }
`);

type OwnEvent = NonNullable<ResultOf<typeof OWN_EVENT>['matchmakingEvent']>;

interface EditProps {
  readonly event: OwnEvent;
  readonly announced: boolean;
  readonly organizationId: string;
  readonly refresh: () => void;
}

function EditEvent({ event, announced, organizationId, refresh }: EditProps) {
  const t = useTexts();
  const messages = useMessages();
  const update = useAction(UPDATE_EVENT);
  const { schedule, region, meetingSlots, ...plain } = event;
  const [moving, setMoving] = useState<EventDraft | null>(null);
  const save = async (draft: EventDraft, choice: Partial<MoveChoice> = {}) => {
    const target = {
      actingOrganizationId: organizationId,
      eventId: event.id,
      expectedVersion: event.version,
    };
    if (!(await update.run({ input: { ...eventInput(draft), ...target, ...choice } }))) return;
    messages.success(t('saved'));
    setMoving(null);
    refresh();
  };
  const submit = (draft: EventDraft) => {
    const { starts, ends, zone } = eventInput(draft).schedule;
    const moved =
      zone !== schedule.zone || starts !== minuteOf(schedule.starts) || ends !== minuteOf(schedule.ends);
    update.forget();
    if (moved && (announced || meetingSlots.length > 0)) setMoving(draft);
    else void save(draft);
  };
  return (
    <EventForm
      initial={{ ...plain, zone: schedule.zone, regionCode: region?.code, ...spanDraft(schedule) }}
      busy={update.busy}
      submit={t('action.save')}
      onSubmit={submit}
    >
      {moving ? (
        <MoveEventDialog
          announced={announced}
          slots={meetingSlots.length}
          busy={update.busy}
          problem={update.problem}
          onConfirm={(choice) => void save(moving, choice)}
          onClose={() => setMoving(null)}
        />
      ) : (
        <ProblemNotice problem={update.problem} />
      )}
    </EventForm>
  );
}

/** A time by the clock of the venue to the minute, as the form has it. */
const minuteOf = (local: string): string => local.slice(0, 16);

function OwnEventForm({ event, organizationId, refresh }: EventDeskProps) {
  const [{ data, error }, ask] = useQuery({
    query: OWN_EVENT,
    variables: { id: event.id },
    requestPolicy: 'cache-and-network',
  });
  const again = () => {
    ask({ requestPolicy: 'network-only' });
    refresh();
  };
  return (
    <Answer data={data?.matchmakingEvent} error={error} onRetry={again}>
      {(loaded) => (
        <EditEvent
          key={loaded.version}
          event={loaded}
          announced={event.state !== 'DRAFT'}
          organizationId={organizationId}
          refresh={again}
        />
      )}
    </Answer>
  );
}

/** Drafts next year's edition, or the next by week or month. */
function RepeatEvent({ event, organizationId }: EventDeskProps) {
  const t = useTexts();
  const navigate = useNavigate();
  const repeat = useAction(REPEAT_EVENT);
  const [drafted, setDrafted] = useState(0);
  const clientMutationId = useMemo(() => `${crypto.randomUUID()}:${drafted}`, [drafted]);
  const draft = async (step: EnumOf<'RepetitionStep'>) => {
    const input = { actingOrganizationId: organizationId, eventId: event.id, step, clientMutationId };
    const done = await repeat.run({ input });
    setDrafted(drafted + 1);
    if (done?.events[0]) void navigate(`/desk/events/${done.events[0].id}`);
  };
  return (
    <Section title={t('eventRepeat.title')}>
      <p className="quiet">{t('eventRepeat.text')}</p>
      <ProblemNotice problem={repeat.problem} />
      <p className="button-row">
        {(['YEARLY', 'MONTHLY', 'WEEKLY'] as const).map((step) => (
          <Button key={step} disabled={repeat.busy} onClick={() => void draft(step)}>
            {t(`eventRepeat.${step}`)}
          </Button>
        ))}
      </p>
    </Section>
  );
}

/** The organizers' page of an event: its status and its public details. */
export function EditEventPage() {
  return (
    <EventDeskFrame>
      {(props) => {
        const over = props.event.state === 'FINISHED' || props.event.state === 'CANCELLED';
        return (
          <>
            <EventSteps {...props} />
            {!over && <OwnEventForm {...props} />}
            <RepeatEvent {...props} />
          </>
        );
      }}
    </EventDeskFrame>
  );
}

export { EditEventPage as Component };
