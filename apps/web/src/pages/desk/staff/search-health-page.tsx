import { Button } from 'antd';
import { useQuery } from 'urql';
import { useAction } from '../../../api/use-action.js';
import { number, shortDay, timeOf } from '../../../texts/format.js';
import { useReading, useTexts } from '../../../texts/locale.js';
import { Answer, ProblemNotice } from '../../../ui/answer.js';
import { Chart } from '../../../ui/chart.js';
import { Facts, Section } from '../../../ui/page.js';
import { useMessages } from '../../../ui/short-messages.js';
import { Mark } from '../../../ui/tags.js';
import { DeadLetters, IndexState } from './index-state.js';
import {
  type HealthPart,
  RETRY_EMBEDDER_TEXTS,
  SEARCH_HEALTH,
  type SearchHealth,
} from './search-health.query.js';
import { Synonyms, WeakQueries } from './weak-queries.js';
import { StaffFrame } from './staff-frame.js';

/** How much was asked on each day, and how much of it in vain. */
export function AskedByDay({ health, days }: Pick<HealthPart, 'health'> & { days: number }) {
  const { t, locale } = useReading();
  const { asked, withoutHits, askedByDay } = health;
  const title = t('health.byDay');
  return (
    <Section title={title}>
      <p role="status">
        {t('health.questions', { days, asked: number(asked), without: number(withoutHits) })}
      </p>
      {asked > 0 && (
        <Chart
          title={title}
          of={t('health.day')}
          numbers={{
            categories: askedByDay.map(({ day }) => shortDay(day, locale)),
            series: [
              {
                name: t('health.withHits'),
                values: askedByDay.map((each) => each.asked - each.withoutHits),
              },
              { name: t('health.withoutHits'), values: askedByDay.map((each) => each.withoutHits) },
            ],
            stacked: true,
          }}
        />
      )}
    </Section>
  );
}

type Embedder = NonNullable<SearchHealth['embedder']>;

/** The embedding model: name, progress and last problem. */
function ModelFacts({ embedder: { name, version, state, waiting, trouble } }: { embedder: Embedder }) {
  const t = useTexts();
  const isCurrent = state === 'CURRENT';
  const progress = t(isCurrent ? 'health.modelCurrent' : 'health.modelComputing');
  return (
    <Facts
      facts={[
        { label: t('health.model'), value: `${name} · ${version}` },
        { label: t('health.state'), value: <Mark tone={isCurrent ? 'good' : 'strong'} text={progress} /> },
        { label: t('health.textsWaiting'), value: number(waiting) },
        {
          label: t('health.trouble'),
          value: trouble ? <Mark tone="warn" text={trouble} /> : t('health.fine'),
        },
      ]}
    />
  );
}

/** The texts that the model refused until they were put aside. */
function DeadTexts({ dead }: Pick<Embedder, 'dead'>) {
  const { locale } = useReading();
  return (
    <ul className="rows">
      {dead.map(({ id, text, reason, deadAt }) => (
        <li key={id}>
          {text} <span className="quiet">{timeOf(deadAt, locale)}</span>
          <span className="row-details">{reason}</span>
        </li>
      ))}
    </ul>
  );
}

/** The outside model, where one is used: how it fares, and the texts that it refused, to be sent once more. */
export function EmbedderState({ health: { embedder }, refresh }: HealthPart) {
  const t = useTexts();
  const messages = useMessages();
  const retry = useAction(RETRY_EMBEDDER_TEXTS);
  if (!embedder) return null;
  const retryAll = async () => {
    const done = await retry.run({ input: { ids: embedder.dead.map(({ id }) => id) } });
    if (!done) return;
    messages.success(t('health.retried', { count: done.revived }));
    refresh();
  };
  return (
    <Section
      title={t('health.embedder')}
      action={
        embedder.dead.length > 0 && (
          <Button loading={retry.busy} onClick={() => void retryAll()}>
            {t('health.retry')}
          </Button>
        )
      }
    >
      <ProblemNotice problem={retry.problem} />
      <ModelFacts embedder={embedder} />
      <DeadTexts dead={embedder.dead} />
    </Section>
  );
}

/** For how long back questions are looked at. */
const DAYS = 30;

function Health() {
  const [{ data, error }, ask] = useQuery({
    query: SEARCH_HEALTH,
    variables: { days: DAYS },
    requestPolicy: 'cache-and-network',
  });
  const refresh = () => ask({ requestPolicy: 'network-only' });
  return (
    <Answer data={data?.searchHealth} error={error} onRetry={refresh}>
      {(health) => (
        <>
          <IndexState health={health} />
          <DeadLetters health={health} refresh={refresh} />
          <EmbedderState health={health} refresh={refresh} />
          <AskedByDay health={health} days={DAYS} />
          <WeakQueries health={health} refresh={refresh} />
          <Synonyms health={health} refresh={refresh} />
        </>
      )}
    </Answer>
  );
}

/** How search fares: what lies before the indexes, and what readers ask and do not find. */
export function SearchHealthPage() {
  return (
    <StaffFrame title="staff.search">
      <Health />
    </StaffFrame>
  );
}

export { SearchHealthPage as Component };
