import { Button } from 'antd';
import { PartTags } from '../../../matching/need-reading.js';
import { useReadingOf } from '../../../matching/use-reading-of.js';
import { useTexts } from '../../../texts/locale.js';
import { Section } from '../../../ui/section.js';
import type { ChosenConcept } from './capability-draft.js';
import { MAX_CONCEPTS, proposedConcepts } from './proposed-concepts.js';

/** What the platform recognises in a brochure, to be taken over. */
export function FoundConcepts({
  words,
  onUse,
}: {
  words: string;
  onUse: (concepts: ChosenConcept[]) => void;
}) {
  const t = useTexts();
  const { list } = useReadingOf(words, 1);
  const parts = (list?.parts ?? []).filter(({ conceptId }) => conceptId);
  const { chosen, further } = proposedConcepts(parts);
  return (
    <Section title={t('capabilityForm.found')}>
      {parts.length === 0 ? (
        <p className="quiet">{t('capabilityForm.foundNone')}</p>
      ) : (
        <>
          <PartTags parts={parts} />
          {further.length > 0 && (
            <p className="quiet">
              {t('capabilityForm.foundMore', {
                most: MAX_CONCEPTS,
                names: further.map(({ label }) => label).join('、'),
              })}
            </p>
          )}
          <p className="button-row">
            <Button onClick={() => onUse(chosen)}>{t('capabilityForm.useFound')}</Button>
          </p>
        </>
      )}
    </Section>
  );
}
