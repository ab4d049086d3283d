import { EventDeliveries, EventRelay, type RelayHandler, Transactions } from '@app/database';
import { FactRequestNotices, SupplyResponseNotices } from '@app/supply-responses';
import { Notification } from '@app/notifications';
import { ClaimNotices } from '@app/organizations';
import { NeedInvitationNotices } from '@app/procurement';
import type { Type } from '@nestjs/common';
import type { GraphqlClient } from '../graphql-client.js';
import type { TestApp } from '../test-app.js';

/** A notification as its receiver reads it. */
export interface ReadNotification {
  readonly id: string;
  readonly kind: string;
  readonly code: string;
  readonly title: string;
  readonly text: string;
  readonly targetId: string | null;
  readonly createdAt: string;
  readonly readAt: string | null;
}

export const NOTIFICATIONS = `query ($first: Int!, $after: String, $unreadOnly: Boolean!) {
  me { unreadCount notifications(first: $first, after: $after, unreadOnly: $unreadOnly) {
    edges { cursor node { id kind code title text targetId createdAt readAt } }
    pageInfo { hasNextPage endCursor }
  } }
}`;

/** What one asks of {@link NOTIFICATIONS} by default. */
export const ALL = { first: 50, unreadOnly: false };

/** Carries the waiting deliveries of a consumer to it, as the worker does. */
export async function carry(app: TestApp, handler: Type<RelayHandler>): Promise<void> {
  const relay = new EventRelay(app.get(EventDeliveries), app.get(handler));
  while ((await relay.drainOnce()) > 0);
}

/** Lets everybody be told what has happened. */
export async function tellEverybody(app: TestApp): Promise<void> {
  for (const consumer of [SupplyResponseNotices, FactRequestNotices, NeedInvitationNotices, ClaimNotices])
    await carry(app, consumer);
}

/** What a person was told, newest first. */
export async function notificationsOf(
  client: GraphqlClient,
  wish: Partial<typeof ALL> = {},
): Promise<ReadNotification[]> {
  const { me } = await client.ok<{
    me: { notifications: { edges: { node: ReadNotification }[] } };
  }>(NOTIFICATIONS, { ...ALL, ...wish });
  return me.notifications.edges.map(({ node }) => node);
}

/** The rows of a person as the database has them, oldest first. */
export function storedNotifications(app: TestApp, userId: string): Promise<Notification[]> {
  return app
    .get(Transactions)
    .manager.getRepository(Notification)
    .find({ where: { userId }, order: { id: 'ASC' } });
}

/** The bodies of deliveries of a consumer that are still open or dead. */
export function openDeliveries(app: TestApp, consumer: string): Promise<{ last_error: string | null }[]> {
  return app.get(Transactions).query('select last_error from event_delivery where consumer = $1', [consumer]);
}
