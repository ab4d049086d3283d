import { Button, Form, Modal, Steps } from 'antd';
import { useState } from 'react';
import { useAction } from '../../../api/use-action.js';
import { timeOf } from '../../../texts/format.js';
import { useReading, useTexts } from '../../../texts/locale.js';
import { instantOfText } from '../../../forms/typed-time.js';
import { ProblemNotice } from '../../../ui/answer.js';
import { ReasonButton } from '../../../ui/reason-button.js';
import { Section } from '../../../ui/page.js';
import { TimeField } from '../../../forms/time-field.js';
import { CANCEL_EVENT, CLOSE_REGISTRATION, OPEN_REGISTRATION, PUBLISH_EVENT } from './event.mutations.js';
import type { DeskEvent, EventDeskProps } from './event-desk-frame.js';

const STATES = ['DRAFT', 'PUBLISHED', 'REGISTRATION_OPEN', 'RUNNING', 'FINISHED'] as const;

interface OpenRegistrationProps {
  readonly zone: string;
  readonly busy: boolean;
  readonly onOpen: (closesAt: string | null) => Promise<void>;
}

/** Asks until when one can register, and opens registration. */
function OpenRegistration({ zone, busy, onOpen }: OpenRegistrationProps) {
  const t = useTexts();
  const [asking, setAsking] = useState(false);
  const [form] = Form.useForm<{ closes?: string }>();
  const submit = async ({ closes }: { closes?: string }) => {
    await onOpen(instantOfText(closes, zone));
    setAsking(false);
  };
  return (
    <>
      <Button type="primary" onClick={() => setAsking(true)}>
        {t('eventSteps.openRegistration')}
      </Button>
      <Modal
        open={asking}
        title={t('eventSteps.openRegistration')}
        okText={t('action.confirm')}
        cancelText={t('action.cancel')}
        confirmLoading={busy}
        onOk={() => form.submit()}
        onCancel={() => setAsking(false)}
      >
        <Form form={form} layout="vertical" onFinish={(values: { closes?: string }) => void submit(values)}>
          <TimeField
            kind="time"
            name="closes"
            label={t('eventSteps.closesAt')}
            extra={t('eventSteps.closesAtHint')}
            usualTime="18:00"
          />
        </Form>
      </Modal>
    </>
  );
}

/** Everything that moves an event to another state; what happens by itself at a time is not among it. */
function useTransitions({ event, organizationId, refresh }: EventDeskProps) {
  const publish = useAction(PUBLISH_EVENT);
  const open = useAction(OPEN_REGISTRATION);
  const close = useAction(CLOSE_REGISTRATION);
  const cancel = useAction(CANCEL_EVENT);
  const input = { actingOrganizationId: organizationId, eventId: event.id };
  const then = (done: object | null) => {
    if (done) refresh();
  };
  return {
    busy: publish.busy || open.busy || close.busy,
    problem: publish.problem ?? open.problem ?? close.problem ?? cancel.problem,
    publish: async () => then(await publish.run({ input })),
    open: async (closesAt: string | null) => then(await open.run({ input: { ...input, closesAt } })),
    close: async () => then(await close.run({ input })),
    cancel: async (reason: string) => then(await cancel.run({ input: { ...input, reason } })),
  };
}

const CANCELLABLE: readonly string[] = ['DRAFT', 'PUBLISHED', 'REGISTRATION_OPEN', 'RUNNING'];

/** What can be done in the state in which the event is. */
function EventActions(props: EventDeskProps) {
  const t = useTexts();
  const { busy, problem, publish, open, close, cancel } = useTransitions(props);
  const { state, schedule } = props.event;
  return (
    <>
      <ProblemNotice problem={problem} />
      <p className="button-row">
        {state === 'DRAFT' && (
          <Button type="primary" loading={busy} onClick={() => void publish()}>
            {t('action.publish')}
          </Button>
        )}
        {state === 'PUBLISHED' && <OpenRegistration zone={schedule.zone} busy={busy} onOpen={open} />}
        {state === 'REGISTRATION_OPEN' && (
          <Button loading={busy} onClick={() => void close()}>
            {t('eventSteps.closeRegistration')}
          </Button>
        )}
        {CANCELLABLE.includes(state) && (
          <ReasonButton
            label={t('eventForm.cancel')}
            question={t('eventForm.cancelReason')}
            onReason={cancel}
          />
        )}
      </p>
    </>
  );
}

function useStepTexts({ registrationOpenedAt, registrationClosesAt, startsAt, endsAt, schedule }: DeskEvent) {
  const { t, locale } = useReading();
  const registration = registrationClosesAt
    ? t('eventSteps.until', { time: timeOf(registrationClosesAt, locale, schedule.zone) })
    : registrationOpenedAt &&
      t('eventSteps.since', { time: timeOf(registrationOpenedAt, locale, schedule.zone) });
  return {
    DRAFT: t('eventSteps.draftText'),
    PUBLISHED: t('eventSteps.publishedText'),
    REGISTRATION_OPEN: registration || t('eventSteps.registrationText'),
    RUNNING: t('eventSteps.from', { time: timeOf(startsAt, locale, schedule.zone) }),
    FINISHED: t('eventSteps.until', { time: timeOf(endsAt, locale, schedule.zone) }),
  };
}

/** The status of an event and the actions that change it. It starts and finishes at its own times. */
export function EventSteps(props: EventDeskProps) {
  const t = useTexts();
  const texts = useStepTexts(props.event);
  const { state } = props.event;
  return (
    <Section title={t('eventSteps.title')}>
      {state === 'CANCELLED' ? (
        <p className="remark">{t('eventState.CANCELLED')}</p>
      ) : (
        <Steps
          size="small"
          responsive
          current={STATES.indexOf(state)}
          items={STATES.map((entry) => ({ title: t(`eventState.${entry}`), content: texts[entry] }))}
        />
      )}
      <EventActions {...props} />
    </Section>
  );
}
