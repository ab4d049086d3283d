import { parameterValue, quantity } from '../../../texts/format.js';
import type { Translate } from '../../../texts/texts.js';
import type { CapabilityDraft, ChosenConcept, ParameterDraft } from './capability-draft.js';
import type { BrochureReading } from './use-brochure.js';

/** Trade concepts that a capability names at most: as many as the API takes. */
export const MAX_CONCEPTS = 8;

interface ReadPart {
  readonly text: string;
  readonly role: string;
  readonly weight: number;
  readonly conceptId?: string | null;
  readonly conceptName?: string | null;
}

const importance = ({ role, weight }: ReadPart): number =>
  (role === 'HEAD' ? 2 : role === 'APPLICATION' ? 0 : 1) + Math.min(weight, 1) / 2;

/**
 * The concepts in a brochure without duplicates: offered things first, fields of use last. `chosen` are as many as a
 * capability takes, `further` the rest.
 */
export function proposedConcepts(parts: readonly ReadPart[]): {
  readonly chosen: ChosenConcept[];
  readonly further: ChosenConcept[];
} {
  const ranked = [...parts].sort((one, other) => importance(other) - importance(one));
  const concepts = new Map<string, ChosenConcept>();
  for (const { conceptId, conceptName, text } of ranked)
    if (conceptId && !concepts.has(conceptId))
      concepts.set(conceptId, { value: conceptId, label: conceptName ?? text });
  const all = [...concepts.values()];
  return { chosen: all.slice(0, MAX_CONCEPTS), further: all.slice(MAX_CONCEPTS) };
}

/** Form fields that a brochure can fill, apart from the concepts. */
export type BrochureField =
  | 'title'
  | 'capacity'
  | 'minimumOrder'
  | 'leadTimeDays'
  | 'certificates'
  | 'parameters'
  | 'materials'
  | 'processes';

/** A fact that a brochure states, as a field of the form takes it. */
export interface BrochureFact {
  readonly key: string;
  readonly field: BrochureField;
  readonly label: string;
  readonly value: string;
  /** The words of the brochure that state it. */
  readonly passage: string;
  /** Whether the form holds it. */
  readonly isIn: (draft: Partial<CapabilityDraft>) => boolean;
  /** Whether the form holds nothing yet that it would replace. */
  readonly fits: (draft: Partial<CapabilityDraft>) => boolean;
  /** The draft's field with it. */
  readonly put: (draft: Partial<CapabilityDraft>) => Partial<CapabilityDraft>;
}

type QuantityField = 'capacity' | 'minimumOrder';

function quantityFact(
  field: QuantityField,
  { passage, ...stated }: BrochureReading['capacities'][number],
  t: Translate,
): BrochureFact {
  const value = quantity(stated, t);
  const isSame = (held: CapabilityDraft[QuantityField]) =>
    Number(held?.amount) === Number(stated.amount) &&
    held?.unit === stated.unit &&
    (held.period ?? 'ONCE') === stated.period;
  return {
    key: `${field}-${value}`,
    field,
    label: t(`field.${field}`),
    value,
    passage,
    isIn: (draft) => isSame(draft[field]),
    fits: (draft) => !draft[field]?.amount,
    put: () => ({ [field]: stated }),
  };
}

function leadTimeFact({ days, passage }: BrochureReading['leadTimes'][number], t: Translate): BrochureFact {
  return {
    key: `leadTime-${days}`,
    field: 'leadTimeDays',
    label: t('field.leadTime'),
    value: t('days', { count: days }),
    passage,
    isIn: ({ leadTimeDays }) => leadTimeDays === days,
    fits: ({ leadTimeDays }) => leadTimeDays === null || leadTimeDays === undefined,
    put: () => ({ leadTimeDays: days }),
  };
}

/** A word for a field that holds a list of words. */
function wordFact(
  field: 'certificates' | 'materials' | 'processes',
  word: { readonly id: string; readonly name: string; readonly passage: string },
  label: string,
): BrochureFact {
  const isIn = (draft: Partial<CapabilityDraft>) => (draft[field] ?? []).includes(word.id);
  return {
    key: `${field}-${word.id}`,
    field,
    label,
    value: word.name,
    passage: word.passage,
    isIn,
    fits: (draft) => !isIn(draft),
    put: (draft) => ({ [field]: [...(draft[field] ?? []), word.id] }),
  };
}

const isSameParameter = (held: ParameterDraft | undefined, { min, max, values }: ParameterDraft) =>
  held !== undefined &&
  sameNumber(held.min, min) &&
  sameNumber(held.max, max) &&
  values.length === held.values.length &&
  values.every((value) => held.values.includes(value));

const sameNumber = (one?: string | null, other?: string | null) =>
  one && other ? Number(one) === Number(other) : !one && !other;

function parameterFact({ passage, ...stated }: BrochureReading['parameters'][number]): BrochureFact {
  const held = ({ parameters = [] }: Partial<CapabilityDraft>) =>
    parameters.find(({ parameterId }) => parameterId === stated.parameterId);
  return {
    key: `parameter-${stated.parameterId}`,
    field: 'parameters',
    label: stated.name,
    value: parameterValue(stated),
    passage,
    isIn: (draft) => isSameParameter(held(draft), stated),
    fits: (draft) => !held(draft),
    put: (draft) => {
      const others = (draft.parameters ?? []).filter((each) => each !== held(draft));
      return { parameters: [...others, stated] };
    },
  };
}

/** The facts that a brochure states, in the order of the form. Where a field has several, the first is taken by itself. */
export function brochureFacts(reading: BrochureReading, t: Translate): BrochureFact[] {
  const { title, capacities, minimumOrders, leadTimes, certificates, parameters } = reading;
  const titleFact: BrochureFact[] = title
    ? [
        {
          key: 'title',
          field: 'title',
          label: t('capabilityForm.title'),
          value: title,
          passage: title,
          isIn: (draft) => draft.title === title,
          fits: (draft) => !draft.title?.trim(),
          put: () => ({ title }),
        },
      ]
    : [];
  const words = (field: 'materials' | 'processes') =>
    reading[field].map((word) =>
      wordFact(field, { id: word, name: word, passage: word }, t(`field.${field}`)),
    );
  return [
    ...titleFact,
    ...capacities.map((each) => quantityFact('capacity', each, t)),
    ...minimumOrders.map((each) => quantityFact('minimumOrder', each, t)),
    ...leadTimes.map((each) => leadTimeFact(each, t)),
    ...certificates.map(({ kindId, name, passage }) =>
      wordFact('certificates', { id: kindId, name, passage }, t('capability.certificates')),
    ),
    ...parameters.map(parameterFact),
    ...words('materials'),
    ...words('processes'),
  ];
}

/**
 * The fields of a draft with everything that a brochure states filled in: what somebody wrote or chose stays, and of several
 * amounts for one field the first is taken.
 */
export function adoptBrochure(
  draft: Partial<CapabilityDraft>,
  reading: BrochureReading,
  facts: readonly BrochureFact[],
): Partial<CapabilityDraft> {
  const filled = facts.reduce<Partial<CapabilityDraft>>((changes, fact) => {
    const current = { ...draft, ...changes };
    return fact.fits(current) ? { ...changes, ...fact.put(current) } : changes;
  }, {});
  const chosen = draft.concepts ?? [];
  const { chosen: proposed } = proposedConcepts(reading.parts);
  const further = proposed.filter(({ value }) => !chosen.some((concept) => concept.value === value));
  return { ...filled, concepts: [...chosen, ...further].slice(0, Math.max(MAX_CONCEPTS, chosen.length)) };
}

/** The passages from which the content of a field was taken: none for what somebody wrote otherwise. */
export function passagesFor(
  field: BrochureField,
  facts: readonly BrochureFact[],
  draft: Partial<CapabilityDraft>,
): string[] {
  const taken = facts.filter((fact) => fact.field === field && fact.isIn(draft));
  return [...new Set(taken.map(({ passage }) => passage))];
}

const MOBILE_NUMBER = /(?<!\d)1[3-9]\d(?:[\s-]?\d{4}){2}(?!\d)/;

/** Whether a text that everybody will read holds somebody's mobile number. */
export function holdsMobileNumber(text: string): boolean {
  return MOBILE_NUMBER.test(text.normalize('NFKC'));
}
