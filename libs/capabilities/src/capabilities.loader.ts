import { BatchLoader } from '@app/kernel';
import { Injectable } from '@nestjs/common';
import { CapabilitiesRepository } from './capabilities.repository.js';
import type { Capability } from './capability.entity.js';

/** Capabilities by key, many in one statement. Whoever shows them asks the policy first. */
@Injectable()
export class CapabilitiesLoader extends BatchLoader<Capability> {
  constructor(private readonly capabilities: CapabilitiesRepository) {
    super();
  }

  protected fetch(keys: readonly string[]): Promise<Capability[]> {
    return this.capabilities.findMany(keys);
  }

  protected keyOf(capability: Capability): string {
    return capability.id;
  }
}
