import { Period, type QuantityValue } from '@app/kernel';
import type { AskedLine, AskedParameter, AskedPrice, NeedDescription } from '@app/need-reading';
import { type NeedLine, NeedState, NeedVisibility, type ProcurementNeed } from '@app/procurement';

const DAY = 86_400_000;
/** Delivery days are counted on the calendar of China, which has one time zone. */
const CHINA_OFFSET = 8 * 3_600_000;
/** Prices of a budget's pieces are reckoned to so many decimals. */
const CENTS = 4;

/** For whom and when a stored need is compared. */
export interface NeedReaderView {
  readonly now: Date;
  /** Whether the reader may see amounts that the buyer keeps to itself: its members only. */
  readonly seesHiddenAmounts: boolean;
  /** Suppliers that the buyer is not to be proposed, beside itself. */
  readonly excludedSuppliers?: readonly string[];
}

/** The day on the calendar of China, counted from 1970: days of delivery are counted from it. */
export function deliveryDay(now: Date): number {
  return Math.floor((now.getTime() + CHINA_OFFSET) / DAY);
}

/** Whole days from today until a day of delivery; undefined when it is not stated or has passed. */
function daysUntil(day: string | null, now: Date): number | undefined {
  if (day === null) return undefined;
  const days = Math.floor(Date.parse(`${day}T00:00:00Z`) / DAY) - deliveryDay(now);
  return days > 0 ? days : undefined;
}

/** Where the buyer does not say, a price is taken to include tax, as Chinese buyers quote. */
function askedPrice(
  need: ProcurementNeed,
  lines: readonly NeedLine[],
  seesHiddenAmounts: boolean,
): AskedPrice | undefined {
  const price = need.statedTargetPrice;
  if (!price) return budgetApiece(need, lines, seesHiddenAmounts);
  const { amount, currency, taxIncluded, basis } = price;
  const hidden = !need.targetPriceShown;
  const shown = !hidden || seesHiddenAmounts;
  return { max: amount, currency, taxIncluded: taxIncluded ?? true, basis, shown, hidden };
}

/** The most that a budget has for each piece of a single line bought once; what is bought again and again has no end. */
function budgetApiece(
  need: ProcurementNeed,
  lines: readonly NeedLine[],
  seesHiddenAmounts: boolean,
): AskedPrice | undefined {
  const { statedBudget: budget, budgetShown } = need;
  const quantity = lines.length === 1 ? lines[0]?.quantity : null;
  if (!budget?.max || quantity?.period !== Period.ONCE || Number(quantity.amount) <= 0) return undefined;
  return {
    max: String(Number((Number(budget.max) / Number(quantity.amount)).toFixed(CENTS))),
    currency: budget.currency,
    taxIncluded: true,
    basis: quantity.unit,
    shown: budgetShown || seesHiddenAmounts,
    hidden: !budgetShown,
    budget: { amount: budget.max, pieces: quantity.amount },
  };
}

function askedLine({ name, material, process, surface }: NeedLine): AskedLine {
  return { name, material, process, surface };
}

function askedParameter({
  parameterId,
  min,
  max,
  unit,
  values,
}: ProcurementNeed['parameters'][number]): AskedParameter {
  return {
    parameterId,
    ...(min === null ? {} : { min }),
    ...(max === null ? {} : { max }),
    ...(unit === null ? {} : { unit }),
    ...(values.length > 0 ? { values } : {}),
  };
}

/** The largest quantity among lines of the first one's unit and period: capacity has to reach each of them. */
function quantityOf(lines: readonly NeedLine[]): QuantityValue | undefined {
  const stated = lines.flatMap((line) => line.quantity ?? []);
  const [first] = stated;
  return stated
    .filter(({ unit, period }) => unit === first?.unit && period === first.period)
    .sort((a, b) => Number(b.amount) - Number(a.amount))[0];
}

/** Words of a line that only state conditions: they are read for figures and grades, never searched. */
function conditionsOf(line: NeedLine): (string | null)[] {
  return [line.tolerance, line.heatTreatment, line.inspection];
}

/**
 * A stored need as matching takes it in. What the buyer marked as required is required, its own organization is never
 * proposed, and what it keeps to itself stays hidden from a reader who may not see it.
 */
export function describeNeed(
  need: ProcurementNeed,
  lines: readonly NeedLine[],
  { now, seesHiddenAmounts, excludedSuppliers = [] }: NeedReaderView,
): NeedDescription {
  return {
    needId: need.id,
    isPublic: need.visibility === NeedVisibility.PUBLIC && need.state !== NeedState.DRAFT,
    title: need.title,
    text: [need.description, ...lines.flatMap(conditionsOf)].filter(Boolean).join('，'),
    kind: need.kind,
    lines: lines.map(askedLine),
    requiredCertificates: need.requiredCertificates,
    preferredCertificates: need.preferredCertificates,
    parameters: need.parameters.map(askedParameter),
    quantity: quantityOf(lines),
    deliverInDays: daysUntil(need.deliverBy, now),
    region: need.deliveryRegionCode ?? undefined,
    excludedRegions: [],
    price: askedPrice(need, lines, seesHiddenAmounts),
    excludedOrganizationIds: [need.organizationId, ...excludedSuppliers],
  };
}
