import { Access } from '@app/identity';
import { Args, Query, Resolver } from '@nestjs/graphql';
import { SearchSuggestionsArgs, SearchSuggestionType } from './search-suggestion.type.js';
import { SearchSuggestions } from './search-suggestions.js';

/** Help for whoever types into the search box. */
@Resolver()
export class SearchSuggestionsResolver {
  constructor(private readonly suggestions: SearchSuggestions) {}

  @Query(() => [SearchSuggestionType], {
    description:
      'What somebody who types may mean: trade concepts, organizations also by pinyin and initials, popular questions. Everyone.',
  })
  @Access('everyone')
  searchSuggestions(@Args() { typed, first }: SearchSuggestionsArgs): Promise<SearchSuggestionType[]> {
    return this.suggestions.suggest(typed, first);
  }
}
