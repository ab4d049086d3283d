import { UseCaseRunner, type Viewer } from '@app/identity';
import { Clock, newId, NotFoundError } from '@app/kernel';
import { Injectable } from '@nestjs/common';
import { DateTime } from 'luxon';
import { EventTermsReader } from '../events/event-terms.reader.js';
import { MatchmakingEvent } from '../events/matchmaking-event.entity.js';
import { MatchmakingEventsRepository } from '../events/matchmaking-events.repository.js';
import { type OwnEvent, OwnEventsService } from '../events/own-events.service.js';
import { type LocalSchedule, type ResolvedSchedule, resolveSchedule } from '../events/local-schedule.js';
import { RepetitionStep } from './series.enums.js';
import { EventAgendasService } from './event-agendas.service.js';
import { RepeatMatchmakingEventPayload } from './event-series.graphql.js';

/** One step of each kind, in the units of the calendar. */
const STEPS = {
  [RepetitionStep.WEEKLY]: { weeks: 1 },
  [RepetitionStep.MONTHLY]: { months: 1 },
  [RepetitionStep.YEARLY]: { weeks: 52 },
} as const;

/**
 * The schedule so many steps later, at the same time of the day by the clock of the venue, whatever its offset is then.
 * Throws BAD_INPUT where that clock skips the time.
 */
function repeatedSchedule(schedule: LocalSchedule, step: RepetitionStep, times: number): ResolvedSchedule {
  const [[unit, size]] = Object.entries(STEPS[step]) as [[string, number]];
  const start = DateTime.fromISO(schedule.startsLocal, { zone: 'utc' });
  const lasts = DateTime.fromISO(schedule.endsLocal, { zone: 'utc' }).diff(start);
  const later = start.plus({ [unit]: size * times });
  const text = (time: DateTime) => time.toFormat("yyyy-MM-dd'T'HH:mm");
  return resolveSchedule({
    zone: schedule.zone,
    startsLocal: text(later),
    startsOccurrence: null,
    endsLocal: text(later.plus(lasts)),
    endsOccurrence: null,
  });
}

/** How an event is repeated. */
interface EventRepetition extends OwnEvent {
  readonly step: RepetitionStep;
  /** Number of further editions, at least 1. */
  readonly times: number;
  readonly clientMutationId?: string | null;
}

/** Editions of recurring events. */
@Injectable()
export class EventSeriesService {
  constructor(
    private readonly runner: UseCaseRunner,
    private readonly own: OwnEventsService,
    private readonly repository: MatchmakingEventsRepository,
    private readonly terms: EventTermsReader,
    private readonly agendas: EventAgendasService,
    private readonly clock: Clock,
  ) {}

  /** The announced editions of series, the earliest first. */
  findAnnouncedEditions(seriesIds: readonly string[]): Promise<MatchmakingEvent[]> {
    return this.repository.findAnnouncedEditions(seriesIds);
  }

  /**
   * Drafts further editions with terms and agenda of the original, in one transaction. A retry finds the editions of
   * the first call.
   */
  repeatEvent(viewer: Viewer, wish: EventRepetition): Promise<RepeatMatchmakingEventPayload> {
    return this.runner.runCreation<RepeatMatchmakingEventPayload>(viewer, {
      operation: 'repeatMatchmakingEvent',
      clientMutationId: wish.clientMutationId,
      create: () => this.draftEditions(viewer, wish),
      present: async (id) => {
        const first = await this.repository.findEvent(id);
        if (!first?.organizedBy(wish.organizationId)) throw new NotFoundError();
        return new RepeatMatchmakingEventPayload(await this.repository.findEditionsDraftedWith(first));
      },
    });
  }

  private async draftEditions(viewer: Viewer, wish: EventRepetition): Promise<string> {
    const original = await this.own.lockEvent(viewer, wish);
    if (!original.seriesId) {
      original.seriesId = original.id;
      await this.repository.saveEvent(original);
    }
    const at = this.clock.now();
    const ids: string[] = [];
    for (let i = 1; i <= wish.times; i++) {
      const copy = MatchmakingEvent.draft(newId(), original.organizationId, at);
      copy.continueFrom(original, repeatedSchedule(original.schedule, wish.step, i), at);
      copy.classify(this.terms.extractConcepts(copy));
      await this.own.insertEvent(copy);
      await this.agendas.copyAgenda(original, copy);
      ids.push(copy.id);
    }
    return ids[0]!;
  }
}
