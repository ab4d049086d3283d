import { Injectable } from '@nestjs/common';
import type { CalendarEntry } from './event-calendar.js';

/** Gives what else takes place for a person, such as meetings. */
export type PersonalCalendarSource = (userId: string) => Promise<readonly CalendarEntry[]>;

/** What stands in a person's calendar beside events; later libraries register what they know of. */
@Injectable()
export class PersonalCalendarRegistry {
  private readonly sources: PersonalCalendarSource[] = [];

  registerSource(source: PersonalCalendarSource): void {
    this.sources.push(source);
  }

  /** All that the sources know of. */
  async findEntries(userId: string): Promise<CalendarEntry[]> {
    return (await Promise.all(this.sources.map((source) => source(userId)))).flat();
  }
}
