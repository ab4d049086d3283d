import { NodeRegistry } from '@app/identity';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { SupplyResponsesService } from './supply-responses.service.js';

/** Finds supply responses for `node(id)`. */
@Injectable()
export class SupplyResponseNodes implements OnModuleInit {
  constructor(
    private readonly nodes: NodeRegistry,
    private readonly responses: SupplyResponsesService,
  ) {}

  onModuleInit(): void {
    this.nodes.register('SupplyResponse', (id, { viewer }) => this.responses.find(viewer, id));
  }
}
