import { CapabilityKind, FirstSetLevel } from '@app/capabilities';
import { dataFile, Period } from '@app/kernel';
import { EventKind } from '@app/matchmaking-events';
import { HeadcountBand, RevenueBand, TierLevel } from '@app/organizations';
import { NeedKind, NeedPurpose, NeedVisibility, Tooling } from '@app/procurement';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { z } from 'zod';

const day = z.string().regex(/^\d{4}-\d{2}-\d{2}$/);
const quantity = z.object({
  amount: z.string(),
  unit: z.string(),
  period: z.enum(Period).default(Period.ONCE),
});
const offered = z.object({
  parameter: z.string(),
  min: z.string().optional(),
  max: z.string().optional(),
  unit: z.string().optional(),
  values: z.array(z.string()).optional(),
});

const capability = z.object({
  kind: z.enum(CapabilityKind),
  title: z.string(),
  description: z.string().optional(),
  industry: z.string().optional(),
  materials: z.array(z.string()).default([]),
  processes: z.array(z.string()).default([]),
  specification: z.string().optional(),
  parameters: z.array(offered).default([]),
  capacity: quantity.nullish(),
  minimumOrder: quantity.nullish(),
  price: z
    .object({
      min: z.string().optional(),
      max: z.string().optional(),
      currency: z.string(),
      taxIncluded: z.boolean(),
      basis: z.string(),
    })
    .nullish(),
  leadTimeDays: z.number().int().nullish(),
  regionsServed: z.array(z.string()).default([]),
  firstSet: z.enum(FirstSetLevel).nullish(),
  innovationCatalogue: z.boolean().default(false),
  confirmedDaysAgo: z.number().int().default(0),
});

const organization = z.object({
  key: z.string(),
  name: z.string().endsWith('（示例）'),
  nameEn: z.string().optional(),
  region: z.string(),
  industry: z.string().optional(),
  address: z.string().optional(),
  foundedOn: day.optional(),
  registeredCapital: z.string().optional(),
  headcountBand: z.enum(HeadcountBand).optional(),
  revenueBand: z.enum(RevenueBand).optional(),
  tiers: z
    .array(z.object({ level: z.enum(TierLevel), year: z.number().int(), validUntil: day.optional() }))
    .default([]),
  certificates: z
    .array(
      z.object({
        kind: z.string(),
        number: z.string().optional(),
        issuer: z.string().optional(),
        validUntil: day.optional(),
      }),
    )
    .default([]),
  chainLeaderOf: z.array(z.string()).default([]),
  introduction: z.string().optional(),
  capabilities: z.array(capability).default([]),
});

const account = z.object({
  role: z.string(),
  name: z.string(),
  login: z.string(),
  password: z.string(),
  organization: z.string(),
});

export type DemoOrganization = z.output<typeof organization>;
export type DemoCapability = z.output<typeof capability>;
type DemoAccount = z.output<typeof account>;

const FOLDER = dataFile(import.meta.url, 'apps/cli/data/demo');

/** The entries under a heading of all demonstration files whose names match; an error names the file. */
function readDemo<T>(pattern: RegExp, heading: string, entry: z.ZodType<T>): T[] {
  const files = readdirSync(FOLDER, { recursive: true, encoding: 'utf8' })
    .filter((name) => pattern.test(name))
    .sort();
  return files.flatMap((file) => {
    const content = parse(readFileSync(join(FOLDER, file), 'utf8')) as Record<string, unknown>;
    const read = z.array(entry).safeParse(content[heading]);
    if (!read.success) throw new Error(`Demonstration data ${file}: ${z.prettifyError(read.error)}`);
    return read.data;
  });
}

/** All invented organizations: suppliers, buyers and organizers. */
export function demoOrganizations(): DemoOrganization[] {
  return readDemo(/^(industries[\\/].*|buyers|organizers)\.yaml$/, 'organizations', organization);
}

/** Who can sign in to try things out. */
export function demoAccounts(): DemoAccount[] {
  return z.array(account).parse(parse(readFileSync(join(FOLDER, 'accounts.yaml'), 'utf8')));
}

const line = z.object({
  name: z.string(),
  partNumber: z.string().optional(),
  drawingNumber: z.string().optional(),
  revision: z.string().optional(),
  material: z.string().optional(),
  process: z.string().optional(),
  tolerance: z.string().optional(),
  surface: z.string().optional(),
  heatTreatment: z.string().optional(),
  inspection: z.string().optional(),
  packaging: z.string().optional(),
  quantity: z
    .object({ amount: z.string(), unit: z.string(), period: z.enum(Period).default(Period.ONCE) })
    .optional(),
  yearlySteps: z.array(z.string()).optional(),
  startOfProduction: day.optional(),
  tooling: z.enum(Tooling).optional(),
});

const need = z.object({
  key: z.string(),
  buyer: z.string(),
  kind: z.enum(NeedKind),
  title: z.string(),
  description: z.string().optional(),
  lines: z.array(line),
  requiredCertificates: z.array(z.string()).default([]),
  preferredCertificates: z.array(z.string()).default([]),
  parameters: z
    .array(
      z.object({
        parameter: z.string(),
        value: z.string().optional(),
        min: z.string().optional(),
        max: z.string().optional(),
        unit: z.string().optional(),
        values: z.array(z.string()).optional(),
      }),
    )
    .default([]),
  deliveryRegion: z.string().nullish(),
  deliverInDays: z.number().int().nullish(),
  targetPrice: z
    .object({
      amount: z.string(),
      currency: z.string(),
      taxIncluded: z.boolean(),
      basis: z.string(),
      shown: z.boolean(),
    })
    .nullish(),
  budget: z
    .object({
      min: z.string().optional(),
      max: z.string().optional(),
      currency: z.string(),
      shown: z.boolean(),
    })
    .nullish(),
  paymentTerms: z.string().nullish(),
  purpose: z.enum(NeedPurpose).nullish(),
  replyInDays: z.number().int(),
  smeReserved: z.boolean().default(false),
  visibility: z.enum(NeedVisibility),
  alias: z.string().nullish(),
  state: z.enum(['DRAFT', 'PUBLISHED', 'CLOSED']),
});

const event = z.object({
  key: z.string(),
  organizer: z.string(),
  kind: z.enum(EventKind),
  title: z.string(),
  description: z.string().optional(),
  region: z.string(),
  venue: z.string().nullish(),
  address: z.string().nullish(),
  zone: z.string(),
  startsInDays: z.number().int(),
  from: z.string().regex(/^\d{2}:\d{2}$/),
  to: z.string().regex(/^\d{2}:\d{2}$/),
  lastsDays: z.number().int().min(1),
  online: z.string().nullish(),
  industries: z.array(z.string()).default([]),
  themes: z.array(z.string()).default([]),
  announcedDaysAgo: z.number().int().min(0).optional(),
  registrations: z
    .object({
      buyers: z.number().int(),
      suppliers: z.number().int(),
      supplierPlaces: z.number().int(),
      came: z.number().int().min(0).max(100),
    })
    .optional(),
  meetings: z
    .object({
      from: z.string().regex(/^\d{2}:\d{2}$/),
      to: z.string().regex(/^\d{2}:\d{2}$/),
      minutes: z.number().int().min(5),
      tables: z.number().int().min(1),
      published: z.boolean(),
    })
    .optional(),
  state: z.enum(['DRAFT', 'PUBLISHED']),
});

export type DemoNeed = z.output<typeof need>;
export type DemoEvent = z.output<typeof event>;

/** All invented needs. */
export function demoNeeds(): DemoNeed[] {
  return readDemo(/^needs.*\.yaml$/, 'needs', need);
}

/** All invented events. */
export function demoEvents(): DemoEvent[] {
  return readDemo(/^events\.yaml$/, 'events', event);
}
