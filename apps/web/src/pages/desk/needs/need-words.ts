import type { LineDraft, NeedDraft } from './need-draft.js';

const PER = { ONCE: '', MONTH: '/month', YEAR: '/year' } as const;

/** The words of one line. */
const wordsOfLine = ({ name, material, process, quantity }: Partial<LineDraft>): string[] =>
  [
    name,
    material,
    process,
    quantity?.amount && `${quantity.amount}${quantity.unit ?? ''}${PER[quantity.period ?? 'ONCE']}`,
  ].filter((words) => !!words) as string[];

/** The text that a draft is read from: title, lines, description. */
export function wordsOf(
  { title, description }: Partial<NeedDraft>,
  lines: readonly Partial<LineDraft>[],
): string {
  return [title, ...lines.flatMap(wordsOfLine), description].filter(Boolean).join('，');
}

export const READ_FIELDS = ['deliveryRegionCode', 'material', 'process'] as const;
/** Fields of the form that the words may fill. */
export type ReadFields = Readonly<Record<(typeof READ_FIELDS)[number], string>>;
export const NOTHING_READ: ReadFields = { deliveryRegionCode: '', material: '', process: '' };

interface Reading {
  readonly conditions: readonly { readonly regionCode: string | null }[];
  readonly parts: readonly {
    readonly text: string;
    readonly kind: string;
    readonly conceptName: string | null;
  }[];
}

/** The form values found in a reading: the region code, and materials and processes in the buyer's own words. */
export function fieldsIn({ conditions, parts }: Reading, words: string): ReadFields {
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
