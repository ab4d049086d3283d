import { Button } from 'antd';
import { useState } from 'react';
import { useQuery } from 'urql';
import type { EnumOf } from '../../../api/graphql.js';
import { timeOf } from '../../../texts/format.js';
import { useReading, useTexts } from '../../../texts/locale.js';
import { Answer } from '../../../ui/answer.js';
import { Facts } from '../../../ui/page.js';
import { Mark } from '../../../ui/tags.js';
import { LEFT_OUT, type SchedulingRunData } from './scheduling.query.js';

const PHASES: readonly EnumOf<'SchedulingPhase'>[] = [
  'PREPARING',
  'MEETINGS',
  'VALUE',
  'FAIRNESS',
  'IDLE_PERIODS',
  'ADVICE',
  'DONE',
];

const WHOLE = 100;

/** How far a run has got: its phase, and meetings against what can be at most. */
export function RunProgress({ run }: { run: SchedulingRunData }) {
  const t = useTexts();
  const { phase, state, meetings, bound, gap } = run;
  const at = PHASES.indexOf(phase);
  return (
    <div role="status">
      <div
        className="run-bar"
        role="progressbar"
        aria-label={t('run.progress')}
        aria-valuemin={0}
        aria-valuemax={PHASES.length - 1}
        aria-valuenow={at}
      >
        {PHASES.slice(1).map((entry, i) => (
          <span key={entry} className={i < at ? 'run-step run-step-done' : 'run-step'} />
        ))}
      </div>
      <p>
        {state === 'QUEUED' ? t('run.queued') : t(`phase.${phase}`)} ·{' '}
        {bound === null
          ? t('run.meetings', { count: meetings })
          : t('run.meetingsOf', { count: meetings, bound })}
        {gap !== null && ` · ${t('run.gap', { gap: (gap * WHOLE).toFixed(1) })}`}
      </p>
    </div>
  );
}

function RunFigures({ run: { figures } }: { run: SchedulingRunData }) {
  const t = useTexts();
  if (!figures) return null;
  const { meetings, bound, proven, musts, mustsWished, requests } = figures;
  const facts = [
    { label: t('run.held'), value: t('run.meetingsOf', { count: meetings, bound }) },
    { label: t('run.proof'), value: t(proven ? 'run.proven' : 'run.notProven') },
    { label: t('run.musts'), value: `${musts} / ${mustsWished}` },
    { label: t('run.requests'), value: requests },
    { label: t('run.least'), value: figures.leastPerParticipant },
    { label: t('run.idle'), value: figures.idlePeriods },
    { label: t('run.changes'), value: figures.changes },
  ];
  return <Facts facts={facts} />;
}

/** The pairs that a schedule leaves out, with the cause of each. */
function LeftOutPairs({ runId, cause }: { runId: string; cause: EnumOf<'LeftOutCause'> }) {
  const t = useTexts();
  const [{ data, error }, ask] = useQuery({ query: LEFT_OUT, variables: { id: runId, cause } });
  return (
    <Answer data={data?.schedulingRun?.leftOut} error={error} onRetry={() => ask()}>
      {({ edges }) => (
        <ul className="rows">
          {edges.map(({ node: { buyer, supplier, level, reason, fallsOut } }) => (
            <li key={`${buyer?.id} ${supplier?.id}`}>
              {buyer?.name ?? t('run.walkIn')} × {supplier?.name ?? t('run.walkIn')}{' '}
              <Mark tone={level === 'MUST' ? 'strong' : 'plain'} text={t(`wishLevel.${level}`)} />
              {fallsOut && <Mark tone="warn" text={t('run.fallsOut')} />}
              <span className="row-details quiet">{reason}</span>
            </li>
          ))}
        </ul>
      )}
    </Answer>
  );
}

function Causes({ run: { id, causes } }: { run: SchedulingRunData }) {
  const t = useTexts();
  const [shown, setShown] = useState<EnumOf<'LeftOutCause'> | null>(null);
  if (causes.length === 0) return null;
  return (
    <>
      <h3 className="form-heading">{t('run.causes')}</h3>
      <p className="button-row">
        {causes.map(({ cause, pairs }) => (
          <button
            key={cause}
            type="button"
            className="tab-button"
            aria-pressed={shown === cause}
            onClick={() => setShown(shown === cause ? null : cause)}
          >
            {t(`cause.${cause}`)} {pairs}
          </button>
        ))}
      </p>
      {shown && <LeftOutPairs runId={id} cause={shown} />}
    </>
  );
}

function Advice({ run: { advice } }: { run: SchedulingRunData }) {
  const t = useTexts();
  if (advice.length === 0) return null;
  return (
    <>
      <h3 className="form-heading">{t('run.advice')}</h3>
      <ul className="rows">
        {advice.map(({ kind, text, gain }) => (
          <li key={`${kind} ${text}`}>
            <Mark tone="good" text={t('run.gain', { gain })} /> {text}
          </li>
        ))}
      </ul>
    </>
  );
}

interface RunProps {
  readonly run: SchedulingRunData;
  readonly onCancel: (keepBest: boolean) => void;
}

/** A scheduling run: its progress, then its quality, the pairs left out and suggestions. */
export function SchedulingRunView({ run, onCancel }: RunProps) {
  const { t, locale } = useReading();
  const active = run.state === 'QUEUED' || run.state === 'RUNNING';
  return (
    <>
      <p className="run-head">
        <Mark tone={run.state === 'DONE' ? 'good' : 'plain'} text={t(`schedulingState.${run.state}`)} />
        {t(`schedulingMode.${run.mode}`)} · <span className="quiet">{timeOf(run.createdAt, locale)}</span>
      </p>
      {active && (
        <>
          <RunProgress run={run} />
          <p className="button-row">
            <Button onClick={() => onCancel(true)}>{t('run.stopAndKeep')}</Button>
            <Button danger onClick={() => onCancel(false)}>
              {t('run.cancel')}
            </Button>
          </p>
        </>
      )}
      {run.failure && <p className="fault">{run.failure}</p>}
      <RunFigures run={run} />
      <Causes run={run} />
      <Advice run={run} />
    </>
  );
}
