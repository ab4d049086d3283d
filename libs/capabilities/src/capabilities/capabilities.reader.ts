import type { Viewer } from '@app/identity';
import { BatchLoader, type Connection, type LoaderScope } from '@app/kernel';
import { Injectable } from '@nestjs/common';
import { CapabilitiesRepository } from './capabilities.repository.js';
import type { Capability } from './capability.entity.js';
import { CapabilityState } from './capability.enums.js';
import { maySeeCapability, maySeeUnpublished } from './capability.policy.js';

/** Reads capabilities: everybody sees published ones, members see all of their own. */
@Injectable()
export class CapabilitiesReader {
  private readonly loader: CapabilitiesLoader;

  constructor(private readonly capabilities: CapabilitiesRepository) {
    this.loader = new CapabilitiesLoader(capabilities);
  }

  /** Loads a capability by key, many keys in one statement. The caller asks the policy before it shows one. */
  loadCapability(loaders: LoaderScope, id: string): Promise<Capability | null> {
    return this.loader.load(loaders, id);
  }

  /** Loads a capability if the viewer may see it. */
  async loadVisibleCapability(loaders: LoaderScope, viewer: Viewer, id: string): Promise<Capability | null> {
    const capability = await this.loader.load(loaders, id);
    return capability && maySeeCapability(viewer, capability) ? capability : null;
  }

  /** A capability if the viewer may see it. */
  async findCapability(viewer: Viewer, id: string): Promise<Capability | null> {
    const capability = await this.capabilities.findCapability(id);
    return capability && maySeeCapability(viewer, capability) ? capability : null;
  }

  /** A page of an organization's capabilities, newest first. */
  listCapabilities(
    viewer: Viewer,
    organizationId: string,
    wish: { first: number; after?: string | null; state?: CapabilityState | null },
  ): Promise<Connection<Capability>> {
    const visible = maySeeUnpublished(viewer, organizationId)
      ? Object.values(CapabilityState)
      : [CapabilityState.PUBLISHED];
    const states = wish.state ? visible.filter((state) => state === wish.state) : visible;
    return this.capabilities.pageCapabilities({ organizationId, states }, wish);
  }
}

/** Capabilities by key, many in one statement. */
class CapabilitiesLoader extends BatchLoader<Capability> {
  constructor(private readonly capabilities: CapabilitiesRepository) {
    super();
  }

  protected fetch(keys: readonly string[]): Promise<Capability[]> {
    return this.capabilities.findCapabilities(keys);
  }

  protected keyOf(capability: Capability): string {
    return capability.id;
  }
}
