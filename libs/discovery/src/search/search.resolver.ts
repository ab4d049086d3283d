import { Access, CurrentLocale, CurrentViewer, Loaders, type Viewer } from '@app/identity';
import type { LoaderScope, Locale } from '@app/kernel';
import { Args, Query, Resolver } from '@nestjs/graphql';
import { SearchArgs, SearchPageType } from './search.graphql.js';
import { SearchService } from './search.service.js';

/** The search box. */
@Resolver()
export class SearchResolver {
  constructor(private readonly box: SearchService) {}

  @Query(() => SearchPageType, {
    description:
      'Searches capabilities, organizations, needs or events. Everyone; hits are those that the caller may see.',
  })
  @Access('everyone; hits are those that the caller may see')
  search(
    @Args() args: SearchArgs,
    @CurrentViewer() viewer: Viewer,
    @Loaders() loaders: LoaderScope,
    @CurrentLocale() locale: Locale,
  ): Promise<SearchPageType> {
    return this.box.search(args, { viewer, loaders, locale });
  }
}
