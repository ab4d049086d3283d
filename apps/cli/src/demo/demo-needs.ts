import { Classification } from '@app/organizations';
import { ParameterTerms } from '@app/taxonomy';
import { CreateProcurementNeed, NeedSteps } from '@app/procurement';
import type { INestApplicationContext } from '@nestjs/common';
import { DateTime } from 'luxon';
import { demoNeeds, type DemoNeed } from './demo-need-files.js';
import type { RegisteredDemo } from './demo-organizations.js';

type NeedTerms = Parameters<CreateProcurementNeed['create']>[1]['terms'];

/** Adds the invented needs of the invented buyers. */
export async function addDemoNeeds(
  app: INestApplicationContext,
  buyers: ReadonlyMap<string, RegisteredDemo>,
): Promise<void> {
  const creation = app.get(CreateProcurementNeed, { strict: false });
  const steps = app.get(NeedSteps, { strict: false });
  for (const demo of demoNeeds()) {
    const buyer = buyers.get(demo.buyer);
    if (!buyer) throw new Error(`Demonstration need ${demo.key}: there is no buyer ${demo.buyer}.`);
    const { procurementNeed: need } = await creation.create(buyer.viewer, {
      organizationId: buyer.id,
      terms: termsOf(app, demo),
      lines: linesOf(demo),
    });
    const which = { id: need.id, organizationId: buyer.id };
    if (demo.state !== 'DRAFT') await steps.publish(buyer.viewer, which);
    if (demo.state === 'CLOSED') await steps.close(buyer.viewer, which);
  }
}

function linesOf({ lines }: DemoNeed): Parameters<CreateProcurementNeed['create']>[1]['lines'] {
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
    parameters: app.get(ParameterTerms, { strict: false }).read(wishes),
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
