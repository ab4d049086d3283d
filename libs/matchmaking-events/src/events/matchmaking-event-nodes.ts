import { NodeRegistry } from '@app/identity';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { maySeeEvent } from './matchmaking-event.policy.js';
import { MatchmakingEventsLoader } from './matchmaking-events.loader.js';

/** Finds events for `node(id)`. */
@Injectable()
export class MatchmakingEventNodes implements OnModuleInit {
  constructor(
    private readonly nodes: NodeRegistry,
    private readonly events: MatchmakingEventsLoader,
  ) {}

  onModuleInit(): void {
    this.nodes.register('MatchmakingEvent', async (id, { loaders, viewer }) => {
      const event = await this.events.load(loaders, id);
      return event && maySeeEvent(viewer, event) ? event : null;
    });
  }
}
