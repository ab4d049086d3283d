import { Period } from '@app/kernel';
import { EventKind } from '@app/matchmaking-events';
import { NeedKind, NeedPurpose, NeedVisibility, Tooling } from '@app/procurement';
import { z } from 'zod';
import { readDemo } from './demo-files.js';

const day = z.string().regex(/^\d{4}-\d{2}-\d{2}$/);

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
