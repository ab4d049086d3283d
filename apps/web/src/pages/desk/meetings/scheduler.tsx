import { Button, Form, InputNumber } from 'antd';
import { useEffect, useMemo, useState } from 'react';
import { useQuery } from 'urql';
import type { EnumOf } from '../../../api/graphql.js';
import { useAction } from '../../../api/use-action.js';
import { useReading, useTexts } from '../../../texts/locale.js';
import { ProblemNotice } from '../../../ui/answer.js';
import { Section } from '../../../ui/page.js';
import type { EventDeskProps } from '../events/event-desk-frame.js';
import { CANCEL_SCHEDULING, START_SCHEDULING } from './meeting.mutations.js';
import { SchedulingRunView } from './scheduling-run.js';
import { SCHEDULING_PROGRESS, SCHEDULING_RUNS, type SchedulingRunData } from './scheduling.query.js';

/** How often a run is asked for where nothing is heard of it. */
const LOOK_EVERY_MS = 1000;
/** While progress is heard of about once a second, silence of so long is looked into. */
const SILENCE_MS = 5000;

const isActive = (run: SchedulingRunData | undefined): boolean =>
  run?.state === 'QUEUED' || run?.state === 'RUNNING';

/** What the server tells of a run that is at work; the code that listens is loaded then only. */
function useProgress(runId: string | null): { heard: SchedulingRunData | null; live: boolean } {
  const { locale } = useReading();
  const [heard, setHeard] = useState<SchedulingRunData | null>(null);
  const [live, setLive] = useState(false);
  useEffect(() => {
    if (!runId) return undefined;
    let stop: (() => void) | undefined;
    let left = false;
    const onSilence = () => setLive(false);
    void import('../../../api/live.js').then(({ listenTo }) => {
      if (left) return;
      stop = listenTo(
        locale,
        SCHEDULING_PROGRESS,
        { id: runId },
        {
          onNews: ({ schedulingProgressed: run }) => {
            if (!run) return;
            setHeard(run);
            setLive(true);
          },
          onSilence,
        },
      );
    }, onSilence);
    return () => {
      left = true;
      setLive(false);
      stop?.();
    };
  }, [runId, locale]);
  return { heard, live };
}

/** The runs of an event, the latest first: told by the server while one is at work, asked for where that is blocked. */
function useRuns(eventId: string, onEnd: () => void) {
  const [{ data, fetching }, ask] = useQuery({
    query: SCHEDULING_RUNS,
    variables: { eventId },
    requestPolicy: 'cache-and-network',
  });
  const [latest, ...before] = data?.schedulingRuns.edges.map(({ node }) => node) ?? [];
  const working = isActive(latest);
  const { heard, live } = useProgress(working && latest ? latest.id : null);
  const now = heard && heard.id === latest?.id ? newer(heard, latest) : latest;
  const active = isActive(now);
  const [wasActive, setWasActive] = useState(active);
  useEffect(() => {
    if (!working || fetching) return undefined;
    // What has ended is asked for at once: its figures stand in the list.
    const pause = !active ? 0 : live ? SILENCE_MS : LOOK_EVERY_MS;
    const timer = setTimeout(() => ask({ requestPolicy: 'network-only' }), pause);
    return () => clearTimeout(timer);
  }, [working, active, live, heard, fetching, ask]);
  useEffect(() => {
    if (wasActive && !active) onEnd();
    setWasActive(active);
  }, [active, wasActive, onEnd]);
  const runs = now ? [now, ...before] : [];
  return { runs, active, refresh: () => ask({ requestPolicy: 'network-only' }) };
}

/** Of what was heard and what was asked for, the one that has got further. */
function newer(heard: SchedulingRunData, asked: SchedulingRunData): SchedulingRunData {
  return isActive(asked) ? heard : asked;
}

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
