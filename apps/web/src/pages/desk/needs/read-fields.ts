import type { FormInstance } from 'antd';
import { useEffect, useRef } from 'react';
import { useReadingOf } from '../../../matching/use-reading-of.js';
import type { NeedDraft } from './need-draft.js';

/** How many suppliers are looked at to say how many fit. */
export const LOOKED_AT = 30;

const PER = { ONCE: '', MONTH: '/month', YEAR: '/year' } as const;

/** The words that a draft is read from. */
function wordsOf({ title, material, process, description, quantity }: Partial<NeedDraft>): string {
  const amount = quantity?.amount
    ? `${quantity.amount}${quantity.unit ?? ''}${PER[quantity.period ?? 'ONCE']}`
    : '';
  return [title, material, process, description, amount].filter(Boolean).join('，');
}

/** What the platform reads in the words of a draft, and who fits it. */
export type DraftReading = NonNullable<ReturnType<typeof useReadingOf>['list']>;

const READ_FIELDS = ['deliveryRegionCode', 'material', 'process'] as const;
/** Fields of the form that the words may fill. */
type ReadFields = Readonly<Record<(typeof READ_FIELDS)[number], string>>;
const NOTHING_READ: ReadFields = { deliveryRegionCode: '', material: '', process: '' };

/** What a reading says for fields of the form: the place by its code, materials and processes as the buyer calls them. */
function fieldsIn({ conditions, parts }: DraftReading, words: string): ReadFields {
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

/**
 * Reads the words of a draft while it is written, and lets them fill fields of the form as long as nobody has written
 * there: a field holds what was read last, or what a person chose.
 */
export function useReadFields(form: FormInstance<NeedDraft>, draft: Partial<NeedDraft>) {
  const filled = useRef(NOTHING_READ);
  // What was read is not read again as if somebody had written it.
  const written = (field: 'material' | 'process') =>
    draft[field] === filled.current[field] ? undefined : draft[field];
  const words = wordsOf({ ...draft, material: written('material'), process: written('process') });
  const { list, reading } = useReadingOf(words, LOOKED_AT);
  useEffect(() => {
    if (!list) return;
    const said = fieldsIn(list, words);
    const free = READ_FIELDS.filter(
      (field) => !form.isFieldTouched(field) && (form.getFieldValue(field) ?? '') === filled.current[field],
    );
    filled.current = { ...NOTHING_READ, ...Object.fromEntries(free.map((field) => [field, said[field]])) };
    for (const field of free) form.setFieldValue(field, said[field] || undefined);
  }, [form, list, words]);
  return { list, reading };
}
