import { Button, Popconfirm } from 'antd';
import { useState } from 'react';
import { useAction } from '../../../api/use-action.js';
import { type AlertFrequency, FrequencySelect } from '../../../saved-searches/frequency-select.js';
import { DELETE_SAVED_SEARCH, UPDATE_SAVED_SEARCH } from '../../../saved-searches/saved-search.mutations.js';
import { timeOf } from '../../../texts/format.js';
import { useReading, useTexts } from '../../../texts/locale.js';
import { ProblemNotice } from '../../../ui/problem-notice.js';
import { Mark } from '../../../ui/tags.js';
import { SavedAnswers } from './saved-answers.js';
import type { SavedSearchEntry } from './saved-search.query.js';
import { SavedSubject } from './saved-subject.js';

interface Wish {
  readonly frequency?: AlertFrequency;
  readonly paused?: boolean;
}

/** A change that shows at once, and is taken back when the server does not agree. */
function useChanges(entry: SavedSearchEntry) {
  const update = useAction(UPDATE_SAVED_SEARCH);
  const [wish, setWish] = useState<Wish>({});
  const change = async (next: Wish) => {
    setWish(next);
    await update.run({ input: { savedSearchId: entry.id, ...next } });
    setWish({});
  };
  const { frequency, paused } = { ...entry, ...wish };
  return { frequency, paused, change: (next: Wish) => void change(next), problem: update.problem };
}

interface StepsProps {
  readonly entry: SavedSearchEntry;
  readonly changes: ReturnType<typeof useChanges>;
  readonly onDeleted: () => void;
}

function Steps({ entry, changes: { frequency, paused, change, problem }, onDeleted }: StepsProps) {
  const t = useTexts();
  const remove = useAction(DELETE_SAVED_SEARCH);
  const erase = () =>
    void remove.run({ input: { savedSearchId: entry.id } }).then((done) => done && onDeleted());
  return (
    <>
      <p className="button-row">
        <FrequencySelect
          value={frequency}
          label={t('saved.frequencyOf', { name: entry.name })}
          onChange={(next) => change({ frequency: next })}
        />
        <Button onClick={() => change({ paused: !paused })}>
          {t(paused ? 'saved.resume' : 'saved.pause')}
        </Button>
        <Popconfirm title={t('saved.deleteSure')} onConfirm={erase}>
          <Button danger loading={remove.busy}>
            {t('saved.delete')}
          </Button>
        </Popconfirm>
      </p>
      <ProblemNotice problem={problem ?? remove.problem} />
    </>
  );
}

interface SavedSearchRowProps {
  readonly entry: SavedSearchEntry;
  readonly onDeleted: () => void;
}

/** A saved search: what it waits for, how often its owner hears of it, what answers it now. */
export function SavedSearchRow({ entry, onDeleted }: SavedSearchRowProps) {
  const { t, locale } = useReading();
  const [looking, setLooking] = useState(false);
  const changes = useChanges(entry);
  const last = entry.lastAlertAt
    ? t('saved.lastAlert', { time: timeOf(entry.lastAlertAt, locale) })
    : t('saved.noAlert');
  return (
    <li className="card">
      <p>
        <span className="card-title">{entry.name}</span>{' '}
        {changes.paused && <Mark tone="warn" text={t('saved.paused')} />}
      </p>
      <p className="card-details">
        <SavedSubject entry={entry} /> · {last}
      </p>
      <Steps entry={entry} changes={changes} onDeleted={onDeleted} />
      <details className="fold" onToggle={({ currentTarget }) => setLooking(currentTarget.open)}>
        <summary>{t('saved.answers')}</summary>
        {looking && <SavedAnswers id={entry.id} />}
      </details>
    </li>
  );
}
