import { Button, Checkbox } from 'antd';
import { kindText } from '../../../matching/need-reading.js';
import { languageOf, useTexts } from '../../../texts/locale.js';
import { Section } from '../../../ui/page.js';
import { Mark } from '../../../ui/tags.js';
import { type BrochureFact, MAX_CONCEPTS, proposedConcepts } from './brochure-facts.js';
import type { CapabilityDraft, ChosenConcept } from './capability-draft.js';
import type { BrochureReading } from './use-brochure.js';

/** Passages of the brochure from which something was taken. */
export function TakenFrom({ passages }: { readonly passages: readonly string[] }) {
  const t = useTexts();
  if (passages.length === 0) return null;
  return (
    <span className="taken-from">
      {t('capabilityForm.takenFrom')}
      {passages.map((passage) => (
        <q key={passage} lang={languageOf(passage)}>
          {passage}
        </q>
      ))}
    </span>
  );
}

interface ConceptChoiceProps {
  readonly parts: BrochureReading['parts'];
  readonly chosen: readonly ChosenConcept[];
  readonly onChange: (concepts: ChosenConcept[]) => void;
}

/** All concepts found in the text; at most MAX_CONCEPTS can be chosen. */
function ConceptChoice({ parts, chosen, onChange }: ConceptChoiceProps) {
  const t = useTexts();
  const proposed = proposedConcepts(parts);
  const concepts = [...proposed.chosen, ...proposed.further];
  const isFull = chosen.length >= MAX_CONCEPTS;
  const isChosen = ({ value }: ChosenConcept) => chosen.some((concept) => concept.value === value);
  const toggle = (concept: ChosenConcept) =>
    onChange(
      isChosen(concept) ? chosen.filter(({ value }) => value !== concept.value) : [...chosen, concept],
    );
  const kindOf = ({ value }: ChosenConcept) =>
    parts.find(({ conceptId }) => conceptId === value)?.kind ?? 'KEYWORD';
  return (
    <fieldset className="concept-choice">
      <legend>{t('capabilityForm.foundConcepts', { chosen: chosen.length, most: MAX_CONCEPTS })}</legend>
      {concepts.map((concept) => (
        <Checkbox
          key={concept.value}
          checked={isChosen(concept)}
          disabled={isFull && !isChosen(concept)}
          onChange={() => toggle(concept)}
        >
          <span lang={languageOf(concept.label)}>{concept.label}</span>{' '}
          <span className="quiet">{t(kindText(kindOf(concept)))}</span>
        </Checkbox>
      ))}
      {isFull && <p className="quiet">{t('capabilityForm.foundFull', { most: MAX_CONCEPTS })}</p>}
    </fieldset>
  );
}

interface FactRowsProps {
  readonly facts: readonly BrochureFact[];
  readonly draft: Partial<CapabilityDraft>;
  readonly onPut: (fact: BrochureFact) => void;
}

/** Facts that the text states, each with its passage and whether the form holds it. */
function FactRows({ facts, draft, onPut }: FactRowsProps) {
  const t = useTexts();
  return (
    <ul className="rows brochure-facts">
      {facts.map((fact) => (
        <li key={fact.key}>
          <span className="brochure-fact">
            <span className="quiet">{fact.label}</span>{' '}
            <strong lang={languageOf(fact.value)}>{fact.value}</strong>
            {fact.passage !== fact.value && (
              <q className="row-details" lang={languageOf(fact.passage)}>
                {fact.passage}
              </q>
            )}
          </span>
          {fact.isIn(draft) ? (
            <Mark tone="good" text={t('capabilityForm.isIn')} />
          ) : (
            <Button
              size="small"
              aria-label={t('capabilityForm.putFact', { label: fact.label, value: fact.value })}
              onClick={() => onPut(fact)}
            >
              {t('capabilityForm.put')}
            </Button>
          )}
        </li>
      ))}
    </ul>
  );
}

interface BrochurePanelProps extends FactRowsProps {
  readonly reading: BrochureReading | undefined;
  readonly onConcepts: (concepts: ChosenConcept[]) => void;
  readonly onAdopt: () => void;
}

/** What the platform recognises in a brochure: nothing enters the form unless the person takes it over. */
export function BrochurePanel({ reading, facts, draft, onConcepts, onPut, onAdopt }: BrochurePanelProps) {
  const t = useTexts();
  const parts = (reading?.parts ?? []).filter(({ conceptId }) => conceptId);
  if (parts.length === 0 && facts.length === 0)
    return (
      <Section title={t('capabilityForm.found')}>
        <p className="quiet">{t('capabilityForm.foundNone')}</p>
      </Section>
    );
  return (
    <Section title={t('capabilityForm.found')}>
      <p className="button-row">
        <Button type="primary" ghost onClick={onAdopt}>
          {t('capabilityForm.useFound')}
        </Button>
      </p>
      {parts.length > 0 && (
        <ConceptChoice parts={parts} chosen={draft.concepts ?? []} onChange={onConcepts} />
      )}
      <h3>{t('capabilityForm.foundFacts')}</h3>
      {facts.length > 0 ? (
        <FactRows facts={facts} draft={draft} onPut={onPut} />
      ) : (
        <p className="quiet">{t('capabilityForm.foundNoFacts')}</p>
      )}
      <p className="quiet">{t('capabilityForm.foundCheck')}</p>
    </Section>
  );
}
