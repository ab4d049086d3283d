import { Clock, encodeGlobalId, foldText } from '@app/kernel';
import { Injectable } from '@nestjs/common';
import { AskedQueriesRepository } from '../asked/asked-queries.repository.js';
import { ConceptNames } from './concept-names.js';
import { NameKeysRepository, typedForm } from './name-keys.repository.js';
import { type SearchSuggestionType, SuggestionKind } from './search-suggestion.type.js';

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
export class SearchSuggestions {
  constructor(
    private readonly concepts: ConceptNames,
    private readonly names: NameKeysRepository,
    private readonly asked: AskedQueriesRepository,
    private readonly clock: Clock,
  ) {}

  /** The best suggestions; each text once. */
  async suggest(typed: string, first: number): Promise<SearchSuggestionType[]> {
    const form = typedForm(typed);
    if (form === '') return [];
    const since = new Date(this.clock.now().getTime() - RECENT_DAYS * DAY_MS);
    const [queries, names, known] = await Promise.all([
      this.asked.popular(foldText(typed), since, first),
      form.length < SHORTEST_NAME ? [] : this.names.beginning(form, first),
      this.concepts.beginning(typed, first),
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
