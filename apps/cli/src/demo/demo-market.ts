import { CapabilitiesService } from '@app/capabilities';
import { Classification } from '@app/organizations';
import { ProcurementNeedsService } from '@app/procurement';
import { ParameterTerms } from '@app/taxonomy';
import type { INestApplicationContext } from '@nestjs/common';
import { DateTime } from 'luxon';
import type { DemoClock } from './load-demonstration.js';
import { type DemoCapability, type DemoNeed, demoNeeds } from './demo-files.js';
import type { RegisteredDemo } from './demo-organizations.js';

/** Publishes invented capabilities, each confirmed on its own day. */
export class DemoCapabilities {
  private readonly capabilities: CapabilitiesService;
  private readonly parameters: ParameterTerms;
  private readonly classification: Classification;

  constructor(
    app: INestApplicationContext,
    private readonly clock: DemoClock,
  ) {
    this.capabilities = app.get(CapabilitiesService, { strict: false });
    this.parameters = app.get(ParameterTerms, { strict: false });
    this.classification = app.get(Classification, { strict: false });
  }

  /** Drafts and publishes the capabilities of one supplier. */
  async add(capabilities: readonly DemoCapability[], { id, viewer }: RegisteredDemo): Promise<void> {
    for (const demo of capabilities) {
      await this.clock.ago(demo.confirmedDaysAgo, async () => {
        const { capability } = await this.capabilities.createCapability(viewer, {
          organizationId: id,
          terms: this.terms(demo),
        });
        await this.capabilities.publishCapability(viewer, { id: capability.id, organizationId: id });
      });
    }
  }

  private terms(demo: DemoCapability): Parameters<CapabilitiesService['createCapability']>[1]['terms'] {
    const { price } = demo;
    return {
      kind: demo.kind,
      title: demo.title,
      description: demo.description ?? null,
      parameters: this.parameters.readTerms(
        demo.parameters.map(({ parameter, ...offer }) => ({ parameterId: parameter, ...offer })),
      ),
      industryCode: demo.industry ? this.classification.industryCode(demo.industry, demo.title) : null,
      materials: demo.materials,
      processes: demo.processes,
      specification: demo.specification ?? null,
      capacity: demo.capacity ?? undefined,
      minimumOrder: demo.minimumOrder ?? undefined,
      price: price ? { ...price, min: price.min ?? null, max: price.max ?? null } : undefined,
      leadTimeDays: demo.leadTimeDays ?? undefined,
      regionsServed: demo.regionsServed.map((code) => this.classification.regionCode(code, demo.title)),
      firstSetLevel: demo.firstSet ?? null,
      innovationCatalogue: demo.innovationCatalogue,
    };
  }
}

type NeedTerms = Parameters<ProcurementNeedsService['createNeed']>[1]['terms'];

/** Adds the invented needs of the invented buyers. */
export async function addDemoNeeds(
  app: INestApplicationContext,
  buyers: ReadonlyMap<string, RegisteredDemo>,
): Promise<void> {
  const needs = app.get(ProcurementNeedsService, { strict: false });
  for (const demo of demoNeeds()) {
    const buyer = buyers.get(demo.buyer);
    if (!buyer) throw new Error(`Demonstration need ${demo.key}: there is no buyer ${demo.buyer}.`);
    const { procurementNeed: need } = await needs.createNeed(buyer.viewer, {
      organizationId: buyer.id,
      terms: termsOf(app, demo),
      lines: linesOf(demo),
    });
    const which = { id: need.id, organizationId: buyer.id };
    if (demo.state !== 'DRAFT') await needs.publishNeed(buyer.viewer, which);
    if (demo.state === 'CLOSED') await needs.closeNeed(buyer.viewer, which);
  }
}

function linesOf({ lines }: DemoNeed): Parameters<ProcurementNeedsService['createNeed']>[1]['lines'] {
  return lines.map(({ quantity, ...line }) => ({
    ...line,
    quantityAmount: quantity?.amount ?? null,
    quantityUnit: quantity?.unit ?? null,
    quantityPeriod: quantity?.period ?? null,
  }));
}

function termsOf(app: INestApplicationContext, demo: DemoNeed): NeedTerms {
  const today = DateTime.now().setZone('Asia/Shanghai').startOf('day');
  const { targetPrice: price, budget } = demo;
  const wishes = demo.parameters.map(({ parameter, value, min = value, max = value, unit, values }) => ({
    parameterId: parameter,
    min,
    max,
    unit,
    values,
  }));
  return {
    kind: demo.kind,
    visibility: demo.visibility,
    title: demo.title,
    description: demo.description ?? null,
    alias: demo.alias ?? null,
    requiredCertificates: demo.requiredCertificates,
    preferredCertificates: demo.preferredCertificates,
    parameters: app.get(ParameterTerms, { strict: false }).readTerms(wishes),
    deliveryRegionCode: demo.deliveryRegion
      ? app.get(Classification, { strict: false }).regionCode(demo.deliveryRegion, demo.key)
      : null,
    deliverBy: demo.deliverInDays ? today.plus({ days: demo.deliverInDays }).toISODate() : null,
    statedTargetPrice: price
      ? { amount: price.amount, currency: price.currency, taxIncluded: price.taxIncluded, basis: price.basis }
      : null,
    targetPriceShown: price?.shown ?? false,
    statedBudget: budget
      ? { min: budget.min ?? null, max: budget.max ?? null, currency: budget.currency }
      : null,
    budgetShown: budget?.shown ?? false,
    paymentTerms: demo.paymentTerms ?? null,
    purpose: demo.purpose ?? null,
    replyDeadline: today.plus({ days: demo.replyInDays, hours: 17 }).toJSDate(),
    smeReserved: demo.smeReserved,
  };
}
