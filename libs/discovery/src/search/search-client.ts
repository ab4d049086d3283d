import { Clock, DomainError, observed } from '@app/kernel';
import { type SearchAnswer, SearchEngine, type SearchRequest, SearchUnavailableError } from '@app/search';
import { Injectable, Logger } from '@nestjs/common';
import { EmergencySearchRepository } from './emergency-search.repository.js';

/** How long a reader waits for the engine before the plain list is shown, in milliseconds. */
export const PATIENCE = 3_000;

/** How long a slow engine is not asked, in milliseconds, so that requests do not pile up. */
export const REST = 5_000;

/** Asks the engine; when it is away or too slow, answers from PostgreSQL by title and says so. */
@Injectable()
export class SearchClient {
  private readonly log = new Logger('Search');
  private restingUntil = 0;
  private away = false;

  constructor(
    private readonly engine: SearchEngine,
    private readonly emergency: EmergencySearchRepository,
    private readonly clock: Clock,
  ) {}

  /** A page of ids with counts. What the index cannot answer is refused, not degraded. */
  async answerRequest(request: SearchRequest): Promise<SearchAnswer> {
    if (this.clock.now().getTime() < this.restingUntil) return this.fallback(request);
    try {
      const answer = await this.inTime(this.engine.search(request));
      this.note(false, 'the engine answers again');
      return answer;
    } catch (error) {
      if (error instanceof DomainError && error.kind === 'BAD_INPUT') throw error;
      this.note(true, `answering from PostgreSQL: ${reasonOf(error)}`);
      return this.fallback(request);
    }
  }

  private fallback(request: SearchRequest): Promise<SearchAnswer> {
    return observed('SEARCH', 'emergency', () => this.emergency.search(request));
  }

  private async inTime<T>(work: Promise<T>): Promise<T> {
    let timer: NodeJS.Timeout | undefined;
    const late = new Promise<never>((_, reject) => {
      timer = setTimeout(() => {
        this.restingUntil = this.clock.now().getTime() + REST;
        reject(new SearchUnavailableError(`no answer within ${PATIENCE} ms`));
      }, PATIENCE);
    });
    try {
      return await Promise.race([work, late]);
    } finally {
      clearTimeout(timer);
    }
  }

  /** Says once that the engine went away, and once that it came back. */
  private note(away: boolean, message: string): void {
    if (away !== this.away) this.log.warn(message);
    this.away = away;
  }
}

function reasonOf(error: unknown): string {
  return error instanceof SearchUnavailableError ? error.reason : String(error);
}
