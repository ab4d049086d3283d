import type { EnumOf, VariablesOf } from '../../../api/graphql.js';
import { endOfDay, wallTime } from '../../../texts/format.js';
import { dayOfText } from '../../../texts/typed-time.js';
import { type QuantityDraft, quantityOf } from '../../../ui/quantity-field.js';
import type { NeedData } from '../../need/need.query.js';
import type { CREATE_NEED } from './need.mutations.js';

/** A need as the form holds it. */
export interface NeedDraft {
  readonly title: string;
  readonly kind: EnumOf<'NeedKind'>;
  readonly quantity?: QuantityDraft;
  readonly material?: string;
  readonly process?: string;
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
  readonly targetPrice?: string | null;
  readonly smeReserved?: boolean;
}

type NeedInput = Omit<
  VariablesOf<typeof CREATE_NEED>['input'],
  'actingOrganizationId' | 'clientMutationId' | 'title'
> & { title: string };

const LINE_TEXTS = [
  'drawingNumber',
  'heatTreatment',
  'inspection',
  'material',
  'packaging',
  'partNumber',
  'process',
  'revision',
  'surface',
  'tolerance',
] as const;

/** The need's first line with its amount, material and process as they are now, and the others as they were. */
function linesOf(draft: NeedDraft, stored: NeedData | null): NeedInput['lines'] {
  const quantity = quantityOf(draft.quantity);
  const [first, ...others] = stored?.lines ?? [];
  const kept = (line: NeedData['lines'][number]) => ({
    id: line.id,
    name: line.name,
    quantity: line.quantity,
    ...Object.fromEntries(LINE_TEXTS.map((field) => [field, line[field]])),
  });
  const asked = { quantity, material: draft.material || null, process: draft.process || null };
  if (!first) return Object.values(asked).some(Boolean) ? [{ name: draft.title, ...asked }] : [];
  return [{ ...kept(first), ...asked }, ...others.map(kept)];
}

/** The form's content as the API takes it. */
export function inputOf(draft: NeedDraft, stored: NeedData | null): NeedInput {
  const replyDay = dayOfText(draft.replyDeadline);
  return {
    title: draft.title,
    kind: draft.kind,
    description: draft.description || null,
    alias: draft.alias || null,
    deliveryRegionCode: draft.deliveryRegionCode ?? null,
    deliverBy: dayOfText(draft.deliverBy),
    replyDeadline: replyDay && endOfDay(replyDay),
    requiredCertificates: draft.requiredCertificates ?? [],
    preferredCertificates: draft.preferredCertificates ?? [],
    visibility: draft.visibility,
    purpose: draft.purpose ?? null,
    paymentTerms: draft.paymentTerms || null,
    smeReserved: draft.smeReserved ?? false,
    targetPrice: draft.targetPrice ? { amount: draft.targetPrice } : null,
    lines: linesOf(draft, stored),
  };
}

/** A stored need as the form holds it. */
export function draftOf(need: NeedData): NeedDraft {
  const ids = (entries: readonly { id: string }[]) => entries.map(({ id }) => id);
  return {
    title: need.title,
    kind: need.kind,
    quantity: need.lines[0]?.quantity ?? undefined,
    material: need.lines[0]?.material ?? '',
    process: need.lines[0]?.process ?? '',
    deliveryRegionCode: need.deliveryRegion?.code,
    deliverBy: need.deliverBy?.slice(0, 10),
    description: need.description ?? '',
    requiredCertificates: ids(need.requiredCertificates),
    preferredCertificates: ids(need.preferredCertificates),
    replyDeadline: need.replyDeadline ? wallTime(need.replyDeadline).slice(0, 10) : undefined,
    alias: need.alias ?? '',
    visibility: need.visibility,
    purpose: need.purpose,
    paymentTerms: need.paymentTerms ?? '',
    targetPrice: need.targetPrice?.amount,
    smeReserved: need.smeReserved,
  };
}
