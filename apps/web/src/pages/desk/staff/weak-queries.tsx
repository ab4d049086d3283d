import { Button, Select } from 'antd';
import { useState } from 'react';
import { useQuery } from 'urql';
import { useAction } from '../../../api/use-action.js';
import { dayOf, number } from '../../../texts/format.js';
import { languageOf, useReading, useTexts } from '../../../texts/locale.js';
import { ProblemNotice } from '../../../ui/answer.js';
import { Section } from '../../../ui/page.js';
import { useMessages } from '../../../ui/short-messages.js';
import { Mark } from '../../../ui/tags.js';
import { CONCEPTS } from '../capabilities/concept-select.js';
import { indexName } from './index-state.js';
import { ADD_SYNONYM, type HealthPart, type SearchHealth, UNDO_SYNONYM } from './search-health.query.js';

interface ConceptChoiceProps {
  readonly label: string;
  readonly onChoose: (conceptId: string) => void;
}

/** Chooses one trade concept by a part of a name or synonym. */
function ConceptChoice({ label, onChoose }: ConceptChoiceProps) {
  const [words, setWords] = useState('');
  const [{ data, fetching }] = useQuery({ query: CONCEPTS, variables: { query: words }, pause: !words });
  const found = words ? (data?.tradeConcepts ?? []) : [];
  return (
    <Select
      className="full"
      aria-label={label}
      placeholder={label}
      showSearch={{ filterOption: false, onSearch: setWords }}
      loading={fetching}
      options={found.map(({ id, name }) => ({ value: id, label: name }))}
      onChange={onChoose}
    />
  );
}

type Weak = SearchHealth['weakQueries'][number];

interface WeakRowProps {
  readonly query: Weak;
  readonly busy: boolean;
  readonly onAdd: (conceptId: string) => void;
}

function WeakRow({ query: { words, index, times, hits, suggestion }, busy, onAdd }: WeakRowProps) {
  const t = useTexts();
  const [other, setOther] = useState(false);
  return (
    <li className="card">
      <p className="row-actions">
        <span>
          <strong lang={languageOf(words)}>{words}</strong>{' '}
          <span className="quiet">
            {indexName(index, t)} · {t('health.times')} {number(times)} · {t('health.hits')} {number(hits)}
          </span>
        </span>
        <span className="button-row">
          {suggestion && (
            <Button size="small" type="primary" loading={busy} onClick={() => onAdd(suggestion.id)}>
              {t('health.addTo', { name: suggestion.name })}
            </Button>
          )}
          <Button size="small" aria-expanded={other} onClick={() => setOther(!other)}>
            {t('health.other')}
          </Button>
        </span>
      </p>
      {other && <ConceptChoice label={t('health.other')} onChoose={onAdd} />}
    </li>
  );
}

/** What readers ask and do not find; one action makes such words a name of a concept. */
export function WeakQueries({ health: { weakQueries }, refresh }: HealthPart) {
  const t = useTexts();
  const messages = useMessages();
  const add = useAction(ADD_SYNONYM);
  const addTo = async (words: string, conceptId: string) => {
    if (!(await add.run({ input: { words, conceptId } }))) return;
    messages.success(t('health.added'));
    refresh();
  };
  return (
    <Section title={t('health.weak')}>
      <ProblemNotice problem={add.problem} />
      <ul className="cards">
        {weakQueries.length === 0 && <li className="quiet">{t('health.noWeak')}</li>}
        {weakQueries.map((query) => (
          <WeakRow
            key={`${query.index}-${query.words}`}
            query={query}
            busy={add.busy}
            onAdd={(conceptId) => void addTo(query.words, conceptId)}
          />
        ))}
      </ul>
    </Section>
  );
}

/** Words that staff made names of concepts, to be taken back. */
export function Synonyms({ health: { synonyms }, refresh }: HealthPart) {
  const { t, locale } = useReading();
  const undo = useAction(UNDO_SYNONYM);
  const takeBack = async (id: string) => {
    if (await undo.run({ input: { id } })) refresh();
  };
  return (
    <Section title={t('health.synonyms')}>
      <ProblemNotice problem={undo.problem} />
      <ul className="rows">
        {synonyms.length === 0 && <li className="quiet">{t('health.noSynonyms')}</li>}
        {synonyms.map(({ id, words, concept, addedAt, undoneAt }) => (
          <li key={id} className="row-actions">
            <span>
              <strong lang={languageOf(words)}>{words}</strong> → {concept?.name}{' '}
              <span className="quiet">{dayOf(addedAt, locale)}</span>
            </span>
            {undoneAt ? (
              <Mark text={t('health.undone')} />
            ) : (
              <Button size="small" onClick={() => void takeBack(id)}>
                {t('health.undo')}
              </Button>
            )}
          </li>
        ))}
      </ul>
    </Section>
  );
}
