import { type Viewer } from '@app/identity';
import { UnauthenticatedError } from '@app/kernel';
import { Injectable } from '@nestjs/common';
import { NotificationChannel, NotificationKind, wantedByDefault } from './notification-kind.js';
import { NotificationPreferencesRepository } from './notifications.repository.js';

/** Whether a kind of notification goes to a person by a way. */
export interface Wish {
  readonly kind: NotificationKind;
  readonly channel: NotificationChannel;
  readonly wanted: boolean;
}

/** By which ways persons want to be told. */
@Injectable()
export class NotificationPreferences {
  constructor(private readonly preferences: NotificationPreferencesRepository) {}

  /** Whether each of some persons wants a kind by a way: what they said, else the default. One statement. */
  async wishesOf(
    userIds: readonly string[],
  ): Promise<(userId: string, kind: NotificationKind, channel: NotificationChannel) => boolean> {
    const key = (...parts: readonly string[]) => parts.join(' ');
    const said = new Map(
      (await this.preferences.of(userIds)).map((p) => [key(p.userId, p.kind, p.channel), p.wanted]),
    );
    return (userId, kind, channel) => said.get(key(userId, kind, channel)) ?? wantedByDefault(kind, channel);
  }

  /** What the viewer gets, kind by kind and way by way. */
  async ofViewer(viewer: Viewer): Promise<Wish[]> {
    const userId = userOf(viewer);
    const wants = await this.wishesOf([userId]);
    return Object.values(NotificationKind).flatMap((kind) =>
      Object.values(NotificationChannel).map((channel) => ({
        kind,
        channel,
        wanted: wants(userId, kind, channel),
      })),
    );
  }

  /** The viewer says what to get; what is not named stays. Said twice, the last word holds. */
  async change(viewer: Viewer, wishes: readonly Wish[]): Promise<void> {
    const userId = userOf(viewer);
    const last = new Map(wishes.map((wish) => [`${wish.kind} ${wish.channel}`, { userId, ...wish }]));
    await this.preferences.save([...last.values()]);
  }
}

function userOf(viewer: Viewer): string {
  if (!viewer.userId) throw new UnauthenticatedError();
  return viewer.userId;
}
