import { NodeRegistry } from '@app/identity';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Notifications } from './notifications.service.js';

/** Finds notifications for `node(id)`. */
@Injectable()
export class NotificationNodes implements OnModuleInit {
  constructor(
    private readonly nodes: NodeRegistry,
    private readonly notifications: Notifications,
  ) {}

  onModuleInit(): void {
    this.nodes.register('Notification', (id, { viewer }) => this.notifications.find(viewer, id));
  }
}
