import type { Viewer } from '@app/identity';
import { Injectable } from '@nestjs/common';
import { NotificationChannel, NotificationKind, wantedByDefault } from './notification-kind.js';
import { NotificationsRepository } from './notifications.repository.js';

/** Whether a person wants a kind of notification by a channel. */
export interface Wish {
  readonly kind: NotificationKind;
  readonly channel: NotificationChannel;
  readonly wanted: boolean;
}

/** Which kinds of notifications persons want, by which channels. */
@Injectable()
export class NotificationPreferencesService {
  constructor(private readonly preferences: NotificationsRepository) {}

  /** Whether each person wants a kind by a channel: the stated preference, else the default. One statement. */
  async findWishes(
    userIds: readonly string[],
  ): Promise<(userId: string, kind: NotificationKind, channel: NotificationChannel) => boolean> {
    const key = (...parts: readonly string[]) => parts.join(' ');
    const stated = new Map(
      (await this.preferences.findPreferences(userIds)).map((p) => [
        key(p.userId, p.kind, p.channel),
        p.wanted,
      ]),
    );
    return (userId, kind, channel) =>
      stated.get(key(userId, kind, channel)) ?? wantedByDefault(kind, channel);
  }

  /** What the viewer receives, for each kind and channel. */
  async listOwnPreferences(viewer: Viewer): Promise<Wish[]> {
    const userId = viewer.requireUserId();
    const wants = await this.findWishes([userId]);
    return Object.values(NotificationKind).flatMap((kind) =>
      Object.values(NotificationChannel).map((channel) => ({
        kind,
        channel,
        wanted: wants(userId, kind, channel),
      })),
    );
  }

  /** Changes the named preferences; for a pair that is named twice, the last one counts. */
  async changePreferences(viewer: Viewer, wishes: readonly Wish[]): Promise<void> {
    const userId = viewer.requireUserId();
    const last = new Map(wishes.map((wish) => [`${wish.kind} ${wish.channel}`, { userId, ...wish }]));
    await this.preferences.savePreferences([...last.values()]);
  }
}
