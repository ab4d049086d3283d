import { ChangeCapability, CreateCapability } from '@app/capabilities';
import { ParameterTerms } from '@app/taxonomy';
import { Classification } from '@app/organizations';
import type { INestApplicationContext } from '@nestjs/common';
import type { DemoClock } from './demo-clock.js';
import type { DemoCapability } from './demo-files.js';
import type { RegisteredDemo } from './demo-organizations.js';

/** Publishes invented capabilities, each confirmed on its own day. */
export class DemoCapabilities {
  private readonly creation: CreateCapability;
  private readonly changes: ChangeCapability;
  private readonly parameters: ParameterTerms;
  private readonly classification: Classification;

  constructor(
    app: INestApplicationContext,
    private readonly clock: DemoClock,
  ) {
    this.creation = app.get(CreateCapability, { strict: false });
    this.changes = app.get(ChangeCapability, { strict: false });
    this.parameters = app.get(ParameterTerms, { strict: false });
    this.classification = app.get(Classification, { strict: false });
  }

  /** Drafts and publishes the capabilities of one supplier. */
  async add(capabilities: readonly DemoCapability[], { id, viewer }: RegisteredDemo): Promise<void> {
    for (const demo of capabilities) {
      await this.clock.ago(demo.confirmedDaysAgo, async () => {
        const { capability } = await this.creation.create(viewer, {
          organizationId: id,
          terms: this.terms(demo),
        });
        await this.changes.publish(viewer, { id: capability.id, organizationId: id });
      });
    }
  }

  private terms(demo: DemoCapability): Parameters<CreateCapability['create']>[1]['terms'] {
    const { price } = demo;
    return {
      kind: demo.kind,
      title: demo.title,
      description: demo.description ?? null,
      parameters: this.parameters.read(
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
