import { Injectable } from '@nestjs/common';

/** The time of day as the use cases see it; tests set their own. */
@Injectable()
export class Clock {
  now(): Date {
    return new Date();
  }
}

/** A clock that stands where it is put, for tests and for replaying a day. */
export class FixedClock extends Clock {
  constructor(private instant: Date) {
    super();
  }

  override now(): Date {
    return new Date(this.instant);
  }

  /** Moves the clock to an instant. */
  set(instant: Date): void {
    this.instant = instant;
  }

  /** Moves the clock forward by milliseconds. */
  advance(milliseconds: number): void {
    this.instant = new Date(this.instant.getTime() + milliseconds);
  }
}
