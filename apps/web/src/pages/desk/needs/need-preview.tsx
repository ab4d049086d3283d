import { useEffect } from 'react';
import { fits } from '../../../matching/fits.js';
import { Conditions, PartTags } from '../../../matching/need-reading.js';
import { useReadingOf } from '../../../matching/use-reading-of.js';
import { score } from '../../../texts/format.js';
import { useTexts } from '../../../texts/locale.js';
import { Section } from '../../../ui/section.js';
import type { NeedDraft } from './need-draft.js';

/** How many suppliers are looked at to say how many fit. */
const LOOKED_AT = 30;
const SHOWN = 3;

const PER = { ONCE: '', MONTH: '/month', YEAR: '/year' } as const;

/** The words that a draft is read from. */
function wordsOf({ title, material, process, description, quantity }: Partial<NeedDraft>): string {
  const amount = quantity?.amount
    ? `${quantity.amount}${quantity.unit ?? ''}${PER[quantity.period ?? 'ONCE']}`
    : '';
  return [title, material, process, description, amount].filter(Boolean).join('，');
}

type Reading = NonNullable<ReturnType<typeof useReadingOf>['list']>;

/** What a reading says for fields of the form: the place by its code, materials and processes as the buyer calls them. */
function fieldsIn({ conditions, parts }: Reading, words: string): ReadFields {
  const written = words.toLowerCase();
  const named = (wanted: string) =>
    parts
      .filter(({ kind }) => kind === wanted)
      .map(({ text, conceptName }) => (written.includes(text) ? text : (conceptName ?? text)))
      .join('、');
  return {
    deliveryRegionCode: conditions.find(({ regionCode }) => regionCode)?.regionCode ?? '',
    material: named('MATERIAL'),
    process: named('PROCESS'),
  };
}

/** Fields of the form that the words may fill. */
export type ReadFields = Readonly<Record<'deliveryRegionCode' | 'material' | 'process', string>>;

interface NeedPreviewProps {
  readonly draft: Partial<NeedDraft>;
  /** Told what the words say for fields of the form. */
  readonly onRead: (fields: ReadFields) => void;
}

/** What the platform reads in a need while it is written, and how many suppliers fit it. */
export function NeedPreview({ draft, onRead }: NeedPreviewProps) {
  const t = useTexts();
  const words = wordsOf(draft);
  const { list } = useReadingOf(words, LOOKED_AT);
  useEffect(() => {
    if (list) onRead(fieldsIn(list, words));
  }, [list, words, onRead]);
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
