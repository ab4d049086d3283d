import type { FormInstance } from 'antd';
import type { NamePath } from 'antd/es/form/interface.js';
import { useEffect, useRef } from 'react';
import { useReadingOf } from '../../../matching/need-reading.js';
import type { LineDraft, NeedDraft } from './need-draft.js';

/** How many suppliers are looked at to say how many fit. */
export const LOOKED_AT = 30;

const PER = { ONCE: '', MONTH: '/month', YEAR: '/year' } as const;

/** A line in words. */
const wordsOfLine = ({ name, material, process, quantity }: Partial<LineDraft>): string[] =>
  [
    name,
    material,
    process,
    quantity?.amount && `${quantity.amount}${quantity.unit ?? ''}${PER[quantity.period ?? 'ONCE']}`,
  ].filter((words) => !!words) as string[];

/** The words that a draft is read from: the title, the lines, the description. */
function wordsOf({ title, description }: Partial<NeedDraft>, lines: readonly Partial<LineDraft>[]): string {
  return [title, ...lines.flatMap(wordsOfLine), description].filter(Boolean).join('，');
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

/** Where a field stands in the form; materials and processes are those of a single line. */
const PATHS = {
  deliveryRegionCode: ['deliveryRegionCode'],
  material: ['lines', 0, 'material'],
  process: ['lines', 0, 'process'],
} as const;

const pathOf = (field: keyof ReadFields) => [...PATHS[field]] as unknown as NamePath<NeedDraft>;

/**
 * Reads the words of a draft while it is written, and lets them fill fields of the form as long as nobody has written
 * there: a field holds what was read last, or what a person chose. Words do not say which of several lines they mean.
 */
export function useReadFields(form: FormInstance<NeedDraft>, draft: Partial<NeedDraft>, fills: boolean) {
  const filled = useRef(NOTHING_READ);
  const lines = draft.lines ?? [];
  const single = lines.length < 2;
  // What was read is not read again as if somebody had written it.
  const written = (field: 'material' | 'process') =>
    lines[0]?.[field] === filled.current[field] ? undefined : lines[0]?.[field];
  const words = wordsOf(
    draft,
    single ? [{ ...lines[0], material: written('material'), process: written('process') }] : lines,
  );
  const { list, reading } = useReadingOf(words, LOOKED_AT);
  useEffect(() => {
    if (!list || !fills) return;
    const said = fieldsIn(list, words);
    const free = READ_FIELDS.filter(
      (field) =>
        (single || field === 'deliveryRegionCode') &&
        !form.isFieldTouched(pathOf(field)) &&
        (form.getFieldValue(pathOf(field)) ?? '') === filled.current[field],
    );
    filled.current = { ...NOTHING_READ, ...Object.fromEntries(free.map((field) => [field, said[field]])) };
    for (const field of free) form.setFieldValue(pathOf(field), said[field] || undefined);
  }, [form, list, words, fills, single]);
  return { list, reading };
}
