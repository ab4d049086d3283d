import { AuditLog } from '@app/audit';
import { Transactions } from '@app/database';
import type { Viewer } from '@app/identity';
import {
  BadInputError,
  Clock,
  foldText,
  NotFoundError,
  reportProblem,
  UnauthenticatedError,
} from '@app/kernel';
import { ConceptVocabulary } from '@app/taxonomy';
import { Injectable, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import { type SearchSynonym, SearchSynonymsRepository } from './search-synonyms.repository.js';

/** How long it takes at most until another process knows of an added or undone synonym. */
const REFRESH_MS = 15_000;

/**
 * Names of trade concepts that staff added. Extractor, search and matching of this process know them at once, other
 * processes within {@link REFRESH_MS}; what was stored before is found by its words all the same.
 */
@Injectable()
export class SearchSynonyms implements OnApplicationBootstrap, OnApplicationShutdown {
  private known: readonly SearchSynonym[] = [];
  private timer: NodeJS.Timeout | undefined;

  constructor(
    private readonly stored: SearchSynonymsRepository,
    private readonly vocabulary: ConceptVocabulary,
    private readonly transactions: Transactions,
    private readonly audit: AuditLog,
    private readonly clock: Clock,
  ) {}

  async onApplicationBootstrap(): Promise<void> {
    await this.refresh();
    this.timer = setInterval(() => {
      this.refresh().catch((error: unknown) => reportProblem('synonyms', error));
    }, REFRESH_MS).unref();
  }

  onApplicationShutdown(): void {
    clearInterval(this.timer);
  }

  /** Brings the vocabulary of this process to what stands now. */
  async refresh(): Promise<void> {
    const standing = await this.stored.standing();
    const ids = new Set(standing.map(({ id }) => id));
    for (const { id, conceptId, words } of this.known)
      if (!ids.has(id)) this.vocabulary.forget(conceptId, words);
    for (const { conceptId, words } of standing) this.vocabulary.learn(conceptId, words);
    this.known = standing;
  }

  /** Staff makes words a name of a concept. A second call finds what the first did. */
  async add(viewer: Viewer, words: string, conceptId: string): Promise<SearchSynonym> {
    const staffId = staffOf(viewer);
    const name = foldText(words);
    if (!this.vocabulary.get(conceptId))
      throw new BadInputError('UNKNOWN_CONCEPT', { id: conceptId.slice(0, 80) }, ['input.conceptId']);
    if ([...name].length < 2) throw new BadInputError('SYNONYM_TOO_SHORT', {}, ['input.words']);
    const synonym = await this.transactions.run(async () => {
      const added = await this.stored.add(name, conceptId, staffId, this.clock.now());
      if (added) await this.record('ADD_SEARCH_SYNONYM', added, staffId);
      return added ?? (await this.stored.find(name, conceptId));
    });
    if (!synonym) throw new NotFoundError();
    await this.refresh();
    return synonym;
  }

  /** Staff takes a synonym back; what is undone stays undone. */
  async undo(viewer: Viewer, id: string): Promise<SearchSynonym> {
    const staffId = staffOf(viewer);
    const undone = await this.transactions.run(async () => {
      const outcome = await this.stored.undo(id, staffId, this.clock.now());
      if (outcome?.stood) await this.record('UNDO_SEARCH_SYNONYM', outcome.synonym, staffId);
      return outcome?.synonym;
    });
    if (!undone) throw new NotFoundError();
    await this.refresh();
    return undone;
  }

  private record(action: string, { id, conceptId }: SearchSynonym, actorId: string): Promise<void> {
    return this.audit.record({
      actorId,
      action,
      subjectType: 'SearchSynonym',
      subjectId: id,
      ids: { concept: conceptId },
    });
  }
}

function staffOf({ userId }: Viewer): string {
  if (!userId) throw new UnauthenticatedError();
  return userId;
}
