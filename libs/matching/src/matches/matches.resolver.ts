import { Access, CurrentLocale, Loaders } from '@app/identity';
import type { LoaderScope, Locale } from '@app/kernel';
import { Args, Query, Resolver } from '@nestjs/graphql';
import { plainWords } from '@app/need-reading';
import { MatchLists } from './match-lists.js';
import { MatchListType } from './match.type.js';
import { MatchesForWordsArgs } from './matches-for-words.args.js';

/** Matches for a need that is not stored. */
@Resolver()
export class MatchesResolver {
  constructor(private readonly lists: MatchLists) {}

  @Query(() => MatchListType, {
    description: 'Explained matches for a need in plain words, which is not stored. Everyone.',
  })
  @Access('everyone; only published capabilities are matched')
  matchesForWords(
    @Args() { text, first }: MatchesForWordsArgs,
    @CurrentLocale() locale: Locale,
    @Loaders() loaders: LoaderScope,
  ): Promise<MatchListType> {
    return this.lists.forNeed(plainWords(text), first, { locale, loaders });
  }
}
