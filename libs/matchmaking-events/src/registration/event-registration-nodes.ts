import { NodeRegistry } from '@app/identity';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { EventRegistrationsService } from './event-registrations.service.js';

/** Finds registrations for `node(id)`. */
@Injectable()
export class EventRegistrationNodes implements OnModuleInit {
  constructor(
    private readonly nodes: NodeRegistry,
    private readonly registrations: EventRegistrationsService,
  ) {}

  onModuleInit(): void {
    this.nodes.register('EventRegistration', (id, { viewer }) =>
      this.registrations.findRegistration(viewer, id),
    );
  }
}
