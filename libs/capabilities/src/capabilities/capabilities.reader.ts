import type { Viewer } from '@app/identity';
import { BatchLoader, type Connection } from '@app/kernel';
import { Injectable } from '@nestjs/common';
import { CapabilitiesRepository } from './capabilities.repository.js';
import type { Capability } from './capability.entity.js';
import { CapabilityState } from './capability.enums.js';
import { maySeeCapability, maySeeUnpublished } from './capability.policy.js';

/** Reading capabilities: everybody what is published, members everything of their own. */
@Injectable()
export class CapabilitiesService {
  constructor(private readonly capabilities: CapabilitiesRepository) {}

  /** A capability if the viewer may see it. */
  async find(viewer: Viewer, id: string): Promise<Capability | null> {
    const capability = await this.capabilities.find(id);
    return capability && maySeeCapability(viewer, capability) ? capability : null;
  }

  /** A page of an organization's capabilities, newest first. */
  page(
    viewer: Viewer,
    organizationId: string,
    wish: { first: number; after?: string | null; state?: CapabilityState | null },
  ): Promise<Connection<Capability>> {
    const visible = maySeeUnpublished(viewer, organizationId)
      ? Object.values(CapabilityState)
      : [CapabilityState.PUBLISHED];
    const states = wish.state ? visible.filter((state) => state === wish.state) : visible;
    return this.capabilities.page({ organizationId, states }, wish);
  }
}

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
