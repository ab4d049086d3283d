import { NodeRegistry } from '@app/identity';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { CapabilitiesLoader } from './capabilities.loader.js';
import { maySeeCapability } from './capability.policy.js';

/** Finds capabilities for `node(id)`. */
@Injectable()
export class CapabilityNodes implements OnModuleInit {
  constructor(
    private readonly nodes: NodeRegistry,
    private readonly capabilities: CapabilitiesLoader,
  ) {}

  onModuleInit(): void {
    this.nodes.register('Capability', async (id, { loaders, viewer }) => {
      const capability = await this.capabilities.load(loaders, id);
      return capability && maySeeCapability(viewer, capability) ? capability : null;
    });
  }
}
