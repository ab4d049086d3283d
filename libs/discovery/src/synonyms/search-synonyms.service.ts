import { AuditLog } from '@app/audit';
import { Transactions } from '@app/database';
import type { Viewer } from '@app/identity';
import { BadInputError, Clock, encodeGlobalId, foldText, NotFoundError, reportProblem } from '@app/kernel';
import { ConceptVocabulary } from '@app/taxonomy';
import { Injectable, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import type { SearchSynonymType, WeakQueryType } from './search-synonyms.graphql.js';
import { type SearchSynonym, SearchSynonymsRepository } from './search-synonyms.repository.js';

interface Name {
  readonly conceptId: string;
  readonly length: number;
}

/** A name less similar than this means another thing. */
const MIN_LIKENESS = 0.5;

/** Finds the concept that a reader may have meant by words that found little. */
class NearConcepts {
  private byCharacter: ReadonlyMap<string, readonly Name[]> | undefined;

  constructor(private readonly vocabulary: ConceptVocabulary) {}

  /** The concept with the name most like the words: 2 × shared characters ÷ all characters (Dice); null when none is. */
  findNearest(words: string): string | null {
    const characters = [...new Set(foldText(words))];
    const shared = new Map<Name, number>();
    const index = (this.byCharacter ??= this.indexNames());
    for (const character of characters)
      for (const name of index.get(character) ?? []) shared.set(name, (shared.get(name) ?? 0) + 1);
    let nearest: string | null = null;
    let most = MIN_LIKENESS;
    for (const [{ conceptId, length }, count] of shared) {
      const likeness = (2 * count) / (characters.length + length);
      if (likeness > most) [nearest, most] = [conceptId, likeness];
    }
    return nearest;
  }

  private indexNames(): ReadonlyMap<string, readonly Name[]> {
    const index = new Map<string, Name[]>();
    for (const { id } of this.vocabulary.all()) {
      for (const name of this.vocabulary.expand(id)) {
        const characters = new Set(name);
        const entry = { conceptId: id, length: characters.size };
        for (const character of characters) {
          const names = index.get(character);
          if (names) names.push(entry);
          else index.set(character, [entry]);
        }
      }
    }
    return index;
  }
}

/** Another process knows an added or undone synonym after at most this time. */
const REFRESH_MS = 15_000;

/**
 * Names of trade concepts that staff add to the curated files. Extractor, search and matching of this process know a
 * synonym at once, other processes within {@link REFRESH_MS}. Listings stored before are found by their words.
 */
@Injectable()
export class SearchSynonymsService implements OnApplicationBootstrap, OnApplicationShutdown {
  private known: readonly SearchSynonym[] = [];
  private timer: NodeJS.Timeout | undefined;
  private readonly near: NearConcepts;

  constructor(
    private readonly stored: SearchSynonymsRepository,
    private readonly vocabulary: ConceptVocabulary,
    private readonly transactions: Transactions,
    private readonly audit: AuditLog,
    private readonly clock: Clock,
  ) {
    this.near = new NearConcepts(vocabulary);
  }

  async onApplicationBootstrap(): Promise<void> {
    await this.refreshVocabulary();
    this.timer = setInterval(() => {
      this.refreshVocabulary().catch((error: unknown) => reportProblem('synonyms', error));
    }, REFRESH_MS).unref();
  }

  onApplicationShutdown(): void {
    clearInterval(this.timer);
  }

  /** Updates the vocabulary of this process to the synonyms that are valid now. */
  async refreshVocabulary(): Promise<void> {
    const valid = await this.stored.findValid();
    const ids = new Set(valid.map(({ id }) => id));
    for (const { id, conceptId, words } of this.known)
      if (!ids.has(id)) this.vocabulary.forget(conceptId, words);
    for (const { conceptId, words } of valid) this.vocabulary.learn(conceptId, words);
    this.known = valid;
  }

  /** The latest synonyms, those taken back included. */
  async listLatest(limit: number): Promise<SearchSynonymType[]> {
    return (await this.stored.findLatest(limit)).map((synonym) => this.describe(synonym));
  }

  /** A query that found little, with the concept whose name is most like it. */
  describeWeakQuery(query: Omit<WeakQueryType, 'suggestion'>): WeakQueryType {
    const nearest = this.near.findNearest(query.words);
    return { ...query, suggestion: nearest === null ? null : (this.vocabulary.get(nearest) ?? null) };
  }

  /** Makes words a name of a concept; a repeated call returns the same synonym. */
  async addSynonym(viewer: Viewer, words: string, conceptId: string): Promise<SearchSynonymType> {
    const staffId = viewer.requireUserId();
    const name = foldText(words);
    if (!this.vocabulary.get(conceptId))
      throw new BadInputError('UNKNOWN_CONCEPT', { id: conceptId.slice(0, 80) }, ['input.conceptId']);
    if ([...name].length < 2) throw new BadInputError('SYNONYM_TOO_SHORT', {}, ['input.words']);
    const synonym = await this.transactions.run(async () => {
      const added = await this.stored.insertSynonym(name, conceptId, staffId, this.clock.now());
      if (added) await this.record('ADD_SEARCH_SYNONYM', added, staffId);
      return added ?? (await this.stored.findSynonym(name, conceptId));
    });
    if (!synonym) throw new NotFoundError();
    await this.refreshVocabulary();
    return this.describe(synonym);
  }

  /** Takes a synonym back, for good. */
  async undoSynonym(viewer: Viewer, id: string): Promise<SearchSynonymType> {
    const staffId = viewer.requireUserId();
    const undone = await this.transactions.run(async () => {
      const outcome = await this.stored.undoSynonym(id, staffId, this.clock.now());
      if (outcome?.stood) await this.record('UNDO_SEARCH_SYNONYM', outcome.synonym, staffId);
      return outcome?.synonym;
    });
    if (!undone) throw new NotFoundError();
    await this.refreshVocabulary();
    return this.describe(undone);
  }

  private describe({ id, words, conceptId, addedAt, undoneAt }: SearchSynonym): SearchSynonymType {
    const concept = this.vocabulary.get(conceptId) ?? null;
    return { id: encodeGlobalId('SearchSynonym', id), words, concept, addedAt, undoneAt };
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
