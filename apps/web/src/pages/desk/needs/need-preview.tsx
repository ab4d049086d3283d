import { fits } from '../../../matching/fits.js';
import { Conditions, PartTags } from '../../../matching/need-reading.js';
import { score } from '../../../texts/format.js';
import { useTexts } from '../../../texts/locale.js';
import { Section } from '../../../ui/section.js';
import { type DraftReading, LOOKED_AT } from './read-fields.js';

const SHOWN = 3;

/** What the platform reads in a need while it is written, and how many suppliers fit it. */
export function NeedPreview({ list }: { readonly list: DraftReading | undefined }) {
  const t = useTexts();
  if (!list) {
    return (
      <Section title={t('needForm.preview')}>
        <p className="quiet">{t('needForm.previewEmpty')}</p>
      </Section>
    );
  }
  const fitting = list.matches.filter(fits);
  const more = fitting.length === LOOKED_AT ? '+' : '';
  return (
    <Section title={t('needForm.preview')}>
      <p role="status">{t('needForm.fitting', { count: `${fitting.length}${more}` })}</p>
      {list.parts.length > 0 ? (
        <PartTags parts={list.parts} />
      ) : (
        <p className="quiet">{t('match.noParts')}</p>
      )}
      <Conditions conditions={list.conditions} />
      <ul className="rows preview-rows">
        {fitting.slice(0, SHOWN).map(({ capability, organization, card }) => (
          <li key={capability.id}>
            <strong>{score(card.score)}</strong> {organization.name}
          </li>
        ))}
      </ul>
    </Section>
  );
}
