import type { EnumOf, VariablesOf } from '../../../api/graphql.js';
import { endOfDay, wallTime } from '../../../texts/format.js';
import { dayOfText } from '../../../forms/typed-time.js';
import { PIECES, type QuantityDraft, quantityOf, storedUnit } from '../../../texts/quantity.js';
import type { NeedData } from '../../published/need.query.js';
import type { CREATE_NEED } from './need.mutations.js';

/** The texts of a line item. */
export const LINE_TEXTS = [
  'partNumber',
  'drawingNumber',
  'revision',
  'material',
  'process',
  'tolerance',
  'surface',
  'heatTreatment',
  'inspection',
  'packaging',
] as const;

/** A line item as the form holds it. */
export interface LineDraft extends Partial<Readonly<Record<(typeof LINE_TEXTS)[number], string | null>>> {
  /** The stored line; none for a new one. */
  readonly id?: string;
  /** Empty for a line that is called as the need. */
  readonly name?: string | null;
  readonly quantity?: QuantityDraft;
  readonly yearlySteps?: (string | null | undefined)[];
  readonly startOfProduction?: string;
  readonly tooling?: EnumOf<'Tooling'> | null;
}

/** The target price as the form holds it. */
interface PriceDraft {
  readonly amount?: string | null;
  readonly basis?: string;
  readonly currency?: string;
  readonly taxIncluded?: boolean | null;
  readonly shown?: boolean;
}

/** The budget as the form holds it. */
interface BudgetDraft {
  readonly min?: string | null;
  readonly max?: string | null;
  readonly currency?: string;
  readonly shown?: boolean;
}

/** A need as the form holds it. */
export interface NeedDraft {
  readonly title: string;
  readonly kind: EnumOf<'NeedKind'>;
  readonly lines?: LineDraft[];
  readonly deliveryRegionCode?: string | null;
  readonly deliverBy?: string;
  readonly description?: string;
  readonly requiredCertificates?: string[];
  readonly preferredCertificates?: string[];
  readonly replyDeadline?: string;
  readonly alias?: string;
  readonly visibility: EnumOf<'NeedVisibility'>;
  readonly purpose?: EnumOf<'NeedPurpose'> | null;
  readonly paymentTerms?: string;
  readonly targetPrice?: PriceDraft;
  readonly budget?: BudgetDraft;
  readonly smeReserved?: boolean;
}

type NeedInput = Omit<
  VariablesOf<typeof CREATE_NEED>['input'],
  'actingOrganizationId' | 'clientMutationId' | 'title'
> & { title: string };
type LineInput = NonNullable<NeedInput['lines']>[number];
/** Every field has to be said, if only that it is left out: the compiler refuses a form that forgets one. */
type Complete<Input> = { [Field in keyof Required<Input>]: Input[Field & keyof Input] };
/** Typed parameters have no field in the form: left out, they stay as they are. */
type FormInput = Complete<Omit<NeedInput, 'parameters'>>;
type LineText = (typeof LINE_TEXTS)[number];

const CURRENCY = 'CNY';

/** A line that says nothing yet. */
export const emptyLine = (): LineDraft => ({ quantity: { unit: PIECES, period: 'ONCE' }, yearlySteps: [] });

/** A need that says nothing yet. */
export const emptyNeed = (): Partial<NeedDraft> => ({
  kind: 'PART',
  visibility: 'PUBLIC',
  lines: [emptyLine()],
  targetPrice: { basis: PIECES, currency: CURRENCY },
  budget: { currency: CURRENCY },
});

/** A line as the API takes it; without a name it is called as the need. */
function lineOf(line: LineDraft): Complete<LineInput> {
  return {
    id: line.id ?? null,
    name: line.name || null,
    ...(Object.fromEntries(LINE_TEXTS.map((field) => [field, line[field] || null])) as Record<
      LineText,
      string | null
    >),
    quantity: quantityOf(line.quantity),
    yearlySteps: (line.yearlySteps ?? []).filter((step) => !!step) as string[],
    startOfProduction: dayOfText(line.startOfProduction),
    tooling: line.tooling ?? null,
  };
}

/** Whether a line says anything, or is there already. */
const isStated = ({ yearlySteps, ...line }: LineInput): boolean =>
  !!yearlySteps?.length || Object.values(line).some(Boolean);

function targetPriceOf(price: PriceDraft | undefined): NeedInput['targetPrice'] {
  if (!price?.amount) return null;
  return {
    amount: String(price.amount),
    basis: storedUnit(price.basis),
    currency: price.currency || CURRENCY,
    taxIncluded: price.taxIncluded ?? null,
    shown: price.shown ?? false,
  };
}

function budgetOf(budget: BudgetDraft | undefined): NeedInput['budget'] {
  if (!budget?.min && !budget?.max) return null;
  return {
    min: budget.min ? String(budget.min) : null,
    max: budget.max ? String(budget.max) : null,
    currency: budget.currency || CURRENCY,
    shown: budget.shown ?? false,
  };
}

/** The day of an instant in China, as the form shows it. */
const dayOfInstant = (instant: string): string => wallTime(instant).slice(0, 10);

/** The end of the day of the deadline; left out where it is the stored day, whose hour the form does not show. */
function deadlineOf({ replyDeadline }: NeedDraft, stored: NeedData | null): string | null | undefined {
  const replyDay = dayOfText(replyDeadline);
  if (!replyDay) return null;
  const same = stored?.replyDeadline && dayOfInstant(stored.replyDeadline) === replyDay;
  return same ? undefined : endOfDay(replyDay);
}

/** The form's content as the API takes it. */
export function inputOf(draft: NeedDraft, stored: NeedData | null): FormInput {
  return {
    title: draft.title,
    kind: draft.kind,
    description: draft.description || null,
    alias: draft.alias || null,
    deliveryRegionCode: draft.deliveryRegionCode ?? null,
    deliverBy: dayOfText(draft.deliverBy),
    replyDeadline: deadlineOf(draft, stored),
    requiredCertificates: draft.requiredCertificates ?? [],
    preferredCertificates: draft.preferredCertificates ?? [],
    visibility: draft.visibility,
    purpose: draft.purpose ?? null,
    paymentTerms: draft.paymentTerms || null,
    smeReserved: draft.smeReserved ?? false,
    targetPrice: targetPriceOf(draft.targetPrice),
    budget: budgetOf(draft.budget),
    lines: (draft.lines ?? []).map(lineOf).filter(isStated),
  };
}

/** A stored line as the form holds it. */
function lineDraftOf(line: NeedData['lines'][number], needTitle: string): LineDraft {
  return {
    id: line.id,
    name: line.name === needTitle ? '' : line.name,
    ...Object.fromEntries(LINE_TEXTS.map((field) => [field, line[field] ?? ''])),
    quantity: line.quantity ?? { unit: PIECES, period: 'ONCE' },
    yearlySteps: [...line.yearlySteps],
    startOfProduction: line.startOfProduction?.slice(0, 10),
    tooling: line.tooling,
  };
}

/** A stored need as the form holds it. */
export function draftOf(need: NeedData): NeedDraft {
  const ids = (entries: readonly { id: string }[]) => entries.map(({ id }) => id);
  const { targetPrice, budget } = need;
  const lines = need.lines.map((line) => lineDraftOf(line, need.title));
  return {
    title: need.title,
    kind: need.kind,
    lines: lines.length > 0 ? lines : [emptyLine()],
    deliveryRegionCode: need.deliveryRegion?.code,
    deliverBy: need.deliverBy?.slice(0, 10),
    description: need.description ?? '',
    requiredCertificates: ids(need.requiredCertificates),
    preferredCertificates: ids(need.preferredCertificates),
    replyDeadline: need.replyDeadline ? dayOfInstant(need.replyDeadline) : undefined,
    alias: need.alias ?? '',
    visibility: need.visibility,
    purpose: need.purpose,
    paymentTerms: need.paymentTerms ?? '',
    targetPrice: { basis: PIECES, currency: CURRENCY, ...targetPrice, shown: need.targetPriceShown },
    budget: { currency: CURRENCY, ...budget, shown: need.budgetShown },
    smeReserved: need.smeReserved,
  };
}
