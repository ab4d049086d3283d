import { NodeRegistry } from '@app/identity';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { FactRequestsService } from './fact-requests.service.js';

/** Finds fact requests for `node(id)`. */
@Injectable()
export class FactRequestNodes implements OnModuleInit {
  constructor(
    private readonly nodes: NodeRegistry,
    private readonly requests: FactRequestsService,
  ) {}

  onModuleInit(): void {
    this.nodes.register('FactRequest', (id, { viewer }) => this.requests.find(viewer, id));
  }
}
