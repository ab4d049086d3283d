import { Transactions } from '@app/database';
import { encodeGlobalId, newId } from '@app/kernel';
import { Notification, NotificationKind } from '@app/notifications';
import type { Market } from '../market.js';

/** Something that the buyer's reader was told; gives its global id. */
export async function aNotification({ app, houses }: Market): Promise<string> {
  const id = newId();
  await app.get(Transactions).manager.getRepository(Notification).insert({
    id,
    userId: houses.buyer.viewer.user.id,
    organizationId: houses.buyer.key,
    kind: NotificationKind.NEED_ENDED,
    code: 'NEED_CLOSED_NOTICE',
    params: {},
    words: {},
    targetType: null,
    targetKey: null,
    origin: id,
    listed: true,
    createdAt: new Date(),
    readAt: null,
  });
  return encodeGlobalId('Notification', id);
}
