import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { CapabilityKind, FirstSetLevel } from '@app/capabilities';
import { dataFile, Period } from '@app/kernel';
import { HeadcountBand, RevenueBand, TierLevel } from '@app/organizations';
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
export type DemoAccount = z.output<typeof account>;

const FOLDER = dataFile(import.meta.url, 'apps/cli/data/demo');

/** The entries under a heading of all demonstration files whose names match; an error names the file. */
export function readDemo<T>(pattern: RegExp, heading: string, entry: z.ZodType<T>): T[] {
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
