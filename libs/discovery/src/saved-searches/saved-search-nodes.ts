import { NodeRegistry } from '@app/identity';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { SavedSearches } from './saved-searches.service.js';

/** Finds saved searches for `node(id)`. */
@Injectable()
export class SavedSearchNodes implements OnModuleInit {
  constructor(
    private readonly nodes: NodeRegistry,
    private readonly searches: SavedSearches,
  ) {}

  onModuleInit(): void {
    this.nodes.register('SavedSearch', (id, { viewer }) => this.searches.find(viewer, id));
  }
}
