import { Button } from 'antd';
import { useAction } from '../../../../api/use-action.js';
import { useMessages } from '../../../../app/short-messages.js';
import { number, timeOf } from '../../../../texts/format.js';
import { useReading, useTexts } from '../../../../texts/locale.js';
import { Facts } from '../../../../ui/facts.js';
import { ProblemNotice } from '../../../../ui/problem-notice.js';
import { Section } from '../../../../ui/section.js';
import { Mark } from '../../../../ui/tags.js';
import { type HealthPart, RETRY_EMBEDDER_TEXTS, type SearchHealth } from './search-health.query.js';

type Embedder = NonNullable<SearchHealth['embedder']>;

/** Which model it is, how far it is, and what is wrong. */
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
