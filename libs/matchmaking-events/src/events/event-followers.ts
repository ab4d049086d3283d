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

/** A part of the platform that keeps local times within events, such as the agenda. */
export interface ScheduleFollower {
  /** Moves its local times with those of the event, in the running transaction. */
  followSchedule(event: MatchmakingEvent, startedLocal: string): Promise<void>;
}

/** The parts of the platform that follow an event to its new times; each registers itself at start-up. */
@Injectable()
export class EventFollowerRegistry {
  private readonly followers: EventFollower[] = [];
  private readonly scheduleFollowers: ScheduleFollower[] = [];

  registerFollower(follower: EventFollower): void {
    this.followers.push(follower);
  }

  registerScheduleFollower(follower: ScheduleFollower): void {
    this.scheduleFollowers.push(follower);
  }

  /** Moves everything at fixed times with the event; returns how much lies outside the new times. */
  async followEvent(move: EventMove): Promise<OutsideEvent> {
    const outside = { slots: 0, meetings: 0 };
    for (const follower of this.followers) {
      const { slots, meetings } = await follower.followEvent(move);
      outside.slots += slots;
      outside.meetings += meetings;
    }
    return outside;
  }

  /** Moves everything at local times with the event, which started at `startedLocal` before. */
  async followSchedule(event: MatchmakingEvent, startedLocal: string): Promise<void> {
    for (const follower of this.scheduleFollowers) await follower.followSchedule(event, startedLocal);
  }
}
