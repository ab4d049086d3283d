import { Clock, encodeGlobalId, foldText } from '@app/kernel';
import { ConceptVocabulary } from '@app/taxonomy';
import { Injectable } from '@nestjs/common';
import { setImmediate as turn } from 'node:timers/promises';
import { AskedQueriesRepository } from './asked-queries.repository.js';
import { NameKeysRepository, pinyinKeys, typedForm } from './name-keys.repository.js';
import { type SearchSuggestionType, SuggestionKind } from './search-suggestions.graphql.js';

interface Key {
  readonly key: string;
  readonly conceptId: string;
  /** The name that the key leads to. */
  readonly name: string;
  /** Main names come before synonyms. */
  readonly rank: number;
}

/** A concept by the name that somebody begins to type. */
interface SuggestedConcept {
  readonly conceptId: string;
  readonly name: string;
}

/** So many concepts are read before others get their turn. */
const PER_TURN = 100;

/** Behind a short beginning stand hundreds of names; the first so many are looked at. */
const MOST_LOOKED_AT = 400;

/** The names of trade concepts in order, so that a beginning finds them at once. */
@Injectable()
export class ConceptNames {
  private ordered: Promise<readonly Key[]> | undefined;

  constructor(private readonly vocabulary: ConceptVocabulary) {}

  /** Concepts with a name that begins so, in Chinese, English, pinyin or initials; short names first, each concept once. */
  async findByPrefix(typed: string, first: number): Promise<SuggestedConcept[]> {
    const prefix = typedForm(typed);
    if (prefix === '') return [];
    const keys = await (this.ordered ??= this.keys());
    const from = lowerBound(keys, prefix);
    const found: Key[] = [];
    for (let i = from; i < keys.length && found.length < MOST_LOOKED_AT; i++) {
      if (!keys[i]!.key.startsWith(prefix)) break;
      found.push(keys[i]!);
    }
    found.sort((a, b) => a.rank - b.rank || a.key.length - b.key.length);
    const byConcept = new Map<string, SuggestedConcept>();
    for (const { conceptId, name } of found)
      if (!byConcept.has(conceptId)) byConcept.set(conceptId, { conceptId, name });
    return [...byConcept.values()].slice(0, first);
  }

  /** Tens of thousands of names take a good part of a second in all: others get their turn in between. */
  private async keys(): Promise<readonly Key[]> {
    const keys: Key[] = [];
    for (const [at, { id, zh, en, synonyms }] of this.vocabulary.all().entries()) {
      [zh, en, ...synonyms].forEach((name, place) => {
        const rank = place < 2 ? 0 : 1;
        for (const key of pinyinKeys(name)) keys.push({ key, conceptId: id, name, rank });
      });
      if (at % PER_TURN === 0) await turn();
    }
    return keys.sort((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : 0));
  }
}

function lowerBound(keys: readonly Key[], prefix: string): number {
  let [low, high] = [0, keys.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (keys[middle]!.key < prefix) low = middle + 1;
    else high = middle;
  }
  return low;
}

const DAY_MS = 86_400_000;
/** How recent a question of others has to be to be suggested. */
const RECENT_DAYS = 30;
/** One letter is the beginning of too many companies. */
const SHORTEST_NAME = 2;
/** Queries and names take at most so many places of those asked for, unless others leave room. */
const QUERY_SHARE = 0.3;
const NAME_SHARE = 0.4;

/** Suggestions while somebody types: trade concepts, organizations by name, pinyin or initials, and popular questions. */
@Injectable()
export class SearchSuggestionsService {
  constructor(
    private readonly concepts: ConceptNames,
    private readonly names: NameKeysRepository,
    private readonly asked: AskedQueriesRepository,
    private readonly clock: Clock,
  ) {}

  /** The best suggestions; each text once. */
  async suggestQueries(typed: string, first: number): Promise<SearchSuggestionType[]> {
    const form = typedForm(typed);
    if (form === '') return [];
    const since = new Date(this.clock.now().getTime() - RECENT_DAYS * DAY_MS);
    const [queries, names, known] = await Promise.all([
      this.asked.findPopular(foldText(typed), since, first),
      form.length < SHORTEST_NAME ? [] : this.names.findByPrefix(form, first),
      this.concepts.findByPrefix(typed, first),
    ]);
    const concepts = known.map(({ conceptId, name }) => ({
      ...plain(SuggestionKind.CONCEPT, name),
      conceptId,
    }));
    const organizations = names.map(({ id, name }) => ({
      ...plain(SuggestionKind.ORGANIZATION, name),
      organizationId: encodeGlobalId('Organization', id),
    }));
    return fairly(first, [
      [queries.map((words) => plain(SuggestionKind.QUERY, words)), QUERY_SHARE],
      [organizations, NAME_SHARE],
      [concepts, 1],
    ]);
  }
}

function plain(kind: SuggestionKind, text: string): SearchSuggestionType {
  return { kind, text, conceptId: null, organizationId: null };
}

/** Each kind as far as its share goes, then whatever is left; concepts stand first, since they are the trade's words. */
function fairly(
  first: number,
  kinds: readonly (readonly [readonly SearchSuggestionType[], number])[],
): SearchSuggestionType[] {
  const chosen = new Map<string, SearchSuggestionType>();
  const take = (suggestions: readonly SearchSuggestionType[], most: number): void => {
    for (const suggestion of suggestions.slice(0, most))
      if (chosen.size < first && !chosen.has(foldText(suggestion.text)))
        chosen.set(foldText(suggestion.text), suggestion);
  };
  for (const [suggestions, share] of kinds) take(suggestions, Math.ceil(first * share));
  for (const [suggestions] of kinds) take(suggestions, first);
  const order = [SuggestionKind.CONCEPT, SuggestionKind.QUERY, SuggestionKind.ORGANIZATION];
  return [...chosen.values()].sort((a, b) => order.indexOf(a.kind) - order.indexOf(b.kind));
}
