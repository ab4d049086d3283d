import { Access } from '@app/identity';
import { Args, Query, Resolver } from '@nestjs/graphql';
import { SearchSuggestionsArgs, SearchSuggestionType } from './search-suggestions.graphql.js';
import { SearchSuggestionsService } from './search-suggestions.service.js';

/** Suggestions for a reader who types into the search box. */
@Resolver()
export class SearchSuggestionsResolver {
  constructor(private readonly suggestions: SearchSuggestionsService) {}

  @Query(() => [SearchSuggestionType], {
    description:
      'What somebody who types may mean: trade concepts, organizations also by pinyin and initials, popular questions. Everyone.',
  })
  @Access('everyone')
  searchSuggestions(@Args() { typed, first }: SearchSuggestionsArgs): Promise<SearchSuggestionType[]> {
    return this.suggestions.suggestQueries(typed, first);
  }
}
