import type { FormInstance } from 'antd';
import type { NamePath } from 'antd/es/form/interface.js';
import { useEffect, useRef } from 'react';
import { useReadingOf } from '../../../matching/need-reading.js';
import type { NeedDraft } from './need-draft.js';
import { fieldsIn, NOTHING_READ, READ_FIELDS, type ReadFields, wordsOf } from './need-words.js';

/** How many matches are requested to count those that fit. */
export const LOOKED_AT = 30;

/** How the platform reads a draft, with matching suppliers. */
export type DraftReading = NonNullable<ReturnType<typeof useReadingOf>['list']>;

/** Form paths of the fields; material and process belong to the first line. */
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
  // Values that were filled in automatically are not part of the text to read.
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
