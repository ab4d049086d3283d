import { EventNumbersReader } from '@app/matchmaking-events';
import { Injectable } from '@nestjs/common';
import { MeetingOutcomesRepository } from '../outcomes/meeting-outcomes.repository.js';
import { OutcomeThreadRepository } from '../outcomes/outcome-thread.repository.js';
import { ConceptGapsRepository } from './concept-gaps.repository.js';
import type { EventReport } from './event-report-lines.js';

/** Counts what a report tells. Whoever shows it asks the policy first. */
@Injectable()
export class EventReportReader {
  constructor(
    private readonly numbers: EventNumbersReader,
    private readonly meetings: MeetingOutcomesRepository,
    private readonly threads: OutcomeThreadRepository,
    private readonly gaps: ConceptGapsRepository,
  ) {}

  /** The report of an event at this moment, in a fixed number of statements. */
  async of(eventId: string): Promise<EventReport> {
    const [meetings = null] = await this.meetings.numbersOf([eventId]);
    return {
      roles: await this.numbers.countByRole([eventId]),
      meetings,
      outcomes: await this.threads.figuresOf([eventId]),
      gaps: await this.gaps.of([eventId]),
    };
  }
}
