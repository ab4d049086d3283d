import { Button, Form, InputNumber } from 'antd';
import { useMemo, useState } from 'react';
import type { EnumOf } from '../../../api/graphql.js';
import { useAction } from '../../../api/use-action.js';
import { useTexts } from '../../../texts/locale.js';
import { ProblemNotice } from '../../../ui/problem-notice.js';
import { Section } from '../../../ui/section.js';
import type { EventDeskProps } from '../events/event-desk-frame.js';
import { CANCEL_SCHEDULING, START_SCHEDULING } from './meeting.mutations.js';
import { SchedulingRunView } from './scheduling-run.js';
import { useRuns } from './use-runs.js';

interface StartProps {
  readonly busy: boolean;
  readonly onStart: (mode: EnumOf<'SchedulingMode'>, seconds: number) => void;
}

function StartForm({ busy, onStart }: StartProps) {
  const t = useTexts();
  const [seconds, setSeconds] = useState<number | null>(10);
  return (
    <Form layout="vertical">
      <Form.Item label={t('run.seconds')} htmlFor="scheduling-seconds">
        <InputNumber
          id="scheduling-seconds"
          min={1}
          max={60}
          precision={0}
          value={seconds}
          onChange={setSeconds}
        />
      </Form.Item>
      <p className="button-row">
        {(['PLAN', 'REFILL'] as const).map((mode) => (
          <Button
            key={mode}
            type={mode === 'PLAN' ? 'primary' : 'default'}
            disabled={busy}
            onClick={() => onStart(mode, seconds ?? 10)}
          >
            {t(`run.start.${mode}`)}
          </Button>
        ))}
      </p>
    </Form>
  );
}

/** Sends the scheduler to work and shows what comes of it. */
export function Scheduler({ event, organizationId, refresh }: EventDeskProps) {
  const t = useTexts();
  const { runs, active, refresh: look } = useRuns(event.id, refresh);
  const start = useAction(START_SCHEDULING);
  const cancel = useAction(CANCEL_SCHEDULING);
  const [started, setStarted] = useState(0);
  const clientMutationId = useMemo(() => `${crypto.randomUUID()}:${started}`, [started]);
  const begin = async (mode: EnumOf<'SchedulingMode'>, seconds: number) => {
    const target = { actingOrganizationId: organizationId, eventId: event.id };
    await start.run({ input: { ...target, mode, seconds, clientMutationId } });
    setStarted(started + 1);
    look();
  };
  const stop = async (runId: string, keepBest: boolean) => {
    await cancel.run({ input: { actingOrganizationId: organizationId, runId, keepBest } });
    look();
  };
  const [latest] = runs;
  return (
    <Section title={t('run.title')}>
      <p className="quiet">{t('run.text')}</p>
      <ProblemNotice problem={start.problem ?? cancel.problem} />
      {!active && <StartForm busy={start.busy} onStart={(mode, seconds) => void begin(mode, seconds)} />}
      {latest && <SchedulingRunView run={latest} onCancel={(keepBest) => void stop(latest.id, keepBest)} />}
    </Section>
  );
}
