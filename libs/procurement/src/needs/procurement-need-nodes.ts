import { NodeRegistry } from '@app/identity';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { ProcurementNeedsLoader } from './procurement-needs.loader.js';
import { ProcurementNeedsReader } from './procurement-needs.reader.js';

/** Finds needs for `node(id)`. */
@Injectable()
export class ProcurementNeedNodes implements OnModuleInit {
  constructor(
    private readonly nodes: NodeRegistry,
    private readonly needs: ProcurementNeedsLoader,
    private readonly reader: ProcurementNeedsReader,
  ) {}

  onModuleInit(): void {
    this.nodes.register('ProcurementNeed', async (id, { loaders, viewer }) => {
      const need = await this.needs.load(loaders, id);
      return need && (await this.reader.visible(viewer, need)) ? need : null;
    });
  }
}
