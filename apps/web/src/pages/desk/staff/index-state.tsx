import { Button } from 'antd';
import type { EnumOf } from '../../../api/graphql.js';
import { useAction } from '../../../api/use-action.js';
import { number, timeOf } from '../../../texts/format.js';
import { useReading, useTexts } from '../../../texts/locale.js';
import { type TextKey, TEXTS, type Translate } from '../../../texts/texts.js';
import { ProblemNotice } from '../../../ui/answer.js';
import { Facts, Section } from '../../../ui/page.js';
import { useMessages } from '../../../ui/short-messages.js';
import { Mark } from '../../../ui/tags.js';
import { type HealthPart, RETRY_DEAD_LETTERS, type SearchHealth } from './search-health.query.js';

/** The name of an index as the search box has it. */
export function indexName(index: string, t: Translate): string {
  const key = `search.index.${index.toUpperCase() as EnumOf<'SearchIndex'>}`;
  return Object.hasOwn(TEXTS, key) ? t(key as TextKey) : index;
}

function StateOf({ index }: { index: SearchHealth['indexes'][number] }) {
  const t = useTexts();
  if (index.rebuilding) return <Mark tone="strong" text={t('health.rebuilding')} />;
  return index.outdated ? (
    <Mark tone="warn" text={t('health.outdated')} />
  ) : (
    <Mark tone="good" text={t('health.fine')} />
  );
}

/** What each index holds, and what the last comparison with the database found. */
function Indexes({ health: { indexes, reconciliations } }: Pick<HealthPart, 'health'>) {
  const { t, locale } = useReading();
  const compared = (name: string) => {
    const last = reconciliations.find(({ index }) => index === name);
    if (!last) return t('health.notCompared');
    const { endedAt, missing, outdated, surplus } = last;
    return t('health.found', { time: timeOf(endedAt, locale), missing, outdated, surplus });
  };
  return (
    <div className="scroll-x" tabIndex={0} role="region" aria-label={t('health.indexes')}>
      <table className="plain-table">
        <thead>
          <tr>
            <th scope="col">{t('health.indexes')}</th>
            <th scope="col">{t('health.documents')}</th>
            <th scope="col">{t('health.unmerged')}</th>
            <th scope="col">{t('health.state')}</th>
            <th scope="col">{t('health.compared')}</th>
          </tr>
        </thead>
        <tbody>
          {indexes.map((index) => (
            <tr key={index.index}>
              <td>{indexName(index.index, t)}</td>
              <td>{number(index.documents)}</td>
              <td>{number(index.unmerged)}</td>
              <td>
                <StateOf index={index} />
              </td>
              <td>{compared(index.index)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** Whether the engine answers, what waits for it and what each index holds. */
export function IndexState({ health }: Pick<HealthPart, 'health'>) {
  const t = useTexts();
  const { engine, ready, waiting, oldestSeconds, derivation } = health;
  const lag =
    waiting === 0
      ? t('health.nothingWaits')
      : t('health.waitingText', { count: number(waiting), seconds: Math.round(oldestSeconds) });
  const { derived, outdated, vocabulary } = derivation;
  const renewed = t('health.derivationText', {
    done: number(derived - outdated),
    all: number(derived),
    vocabulary,
  });
  const answers = (
    <>
      <code>{engine}</code>{' '}
      <Mark tone={ready ? 'good' : 'warn'} text={t(ready ? 'health.ready' : 'health.away')} />
    </>
  );
  return (
    <Section title={t('health.indexes')}>
      <Facts
        facts={[
          { label: t('health.engine'), value: answers },
          { label: t('health.waiting'), value: lag },
          { label: t('health.derivation'), value: renewed },
        ]}
      />
      <Indexes health={health} />
    </Section>
  );
}

/** Changes that could not be indexed, to be tried once more. */
export function DeadLetters({ health: { deadLetters }, refresh }: HealthPart) {
  const { t, locale } = useReading();
  const messages = useMessages();
  const retry = useAction(RETRY_DEAD_LETTERS);
  const retryAll = async () => {
    const done = await retry.run({ input: { ids: deadLetters.map(({ id }) => id) } });
    if (!done) return;
    messages.success(t('health.retried', { count: done.revived }));
    refresh();
  };
  return (
    <Section
      title={t('health.dead')}
      action={
        deadLetters.length > 0 && (
          <Button loading={retry.busy} onClick={() => void retryAll()}>
            {t('health.retry')}
          </Button>
        )
      }
    >
      <ProblemNotice problem={retry.problem} />
      <ul className="rows">
        {deadLetters.length === 0 && <li className="quiet">{t('health.noDead')}</li>}
        {deadLetters.map(({ id, type, reason, deadAt }) => (
          <li key={id}>
            <code>{type}</code> <span className="quiet">{timeOf(deadAt, locale)}</span>
            <span className="row-details">{reason}</span>
          </li>
        ))}
      </ul>
    </Section>
  );
}
