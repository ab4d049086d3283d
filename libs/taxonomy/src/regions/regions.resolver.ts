import { Access, CurrentLocale, type Locale } from '@app/kernel';
import { Args, ID, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { NamedListArgs } from '../graphql/named-list.args.js';
import type { Region } from './region.js';
import { RegionType } from './region.type.js';
import { Regions } from './regions.js';

/** The administrative regions, for pickers, filters and names. */
@Resolver(() => RegionType)
export class RegionsResolver {
  constructor(private readonly regions: Regions) {}

  @Access('Everyone.')
  @Query(() => [RegionType], {
    name: 'regions',
    description:
      'Regions by a part of their name or code, or those directly inside one; the provinces, the Delta’s four first, when neither is given.',
  })
  async list(@Args() { query, parent, first }: NamedListArgs): Promise<readonly RegionType[]> {
    return query ? this.regions.search(query, first) : this.regions.children(parent ?? null).slice(0, first);
  }

  @Access('Everyone.')
  @Query(() => RegionType, { nullable: true, description: 'A region by its code; null when there is none.' })
  async region(
    @Args('code', { type: () => ID, description: 'Code of GB/T 2260, short (3302) or padded (330200).' })
    code: string,
  ): Promise<RegionType | null> {
    return this.regions.get(code) ?? null;
  }

  @ResolveField(() => String, { description: 'Name in the reader’s language.' })
  name(@Parent() region: Region, @CurrentLocale() locale: Locale): string {
    return region[locale];
  }

  @ResolveField(() => RegionType, {
    nullable: true,
    description: 'The region around it; null for a province.',
  })
  parent(@Parent() region: Region): RegionType | null {
    return region.parent === null ? null : (this.regions.get(region.parent) ?? null);
  }

  @ResolveField(() => [RegionType], { description: 'The regions directly inside it.' })
  children(@Parent() region: Region): readonly RegionType[] {
    return this.regions.children(region.code);
  }

  @ResolveField(() => [RegionType], { description: 'From the province down to the region itself.' })
  path(@Parent() region: Region): RegionType[] {
    return this.regions.path(region.code).flatMap((code) => this.regions.get(code) ?? []);
  }
}
