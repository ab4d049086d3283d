import { Injectable } from '@nestjs/common';
import type { MatchmakingEvent } from './matchmaking-event.entity.js';

/** New times of an event, as they concern what takes place at fixed times within it. */
export interface EventMove {
  /** The event with its new times. */
  readonly event: MatchmakingEvent;
  /** By how much everything moves along; 0: it stays where it is. */
  readonly shiftMs: number;
  /** Whether what then lies outside of the event is cancelled. */
  readonly cancelOutside: boolean;
}

/** What lies outside of the new times, or did before it was cancelled. */
export interface OutsideEvent {
  readonly slots: number;
  readonly meetings: number;
}

/** A part of the platform that keeps things at fixed times within events. */
export interface EventFollower {
  /**
   * Moves its things along in the running transaction, and cancels what then lies outside when that is allowed. Changes
   * nothing when something lies outside and may not be cancelled.
   */
  followEvent(move: EventMove): Promise<OutsideEvent>;
}

/** Registry of the parts of the platform that follow a moved event; later libraries register themselves at start-up. */
@Injectable()
export class EventFollowerRegistry {
  private readonly followers: EventFollower[] = [];

  /** Adds a part that follows. */
  registerFollower(follower: EventFollower): void {
    this.followers.push(follower);
  }

  /** Lets all parts follow; gives what lies outside of the event. */
  async followEvent(move: EventMove): Promise<OutsideEvent> {
    const outside = { slots: 0, meetings: 0 };
    for (const follower of this.followers) {
      const { slots, meetings } = await follower.followEvent(move);
      outside.slots += slots;
      outside.meetings += meetings;
    }
    return outside;
  }
}
