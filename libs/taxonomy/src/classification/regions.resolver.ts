import { Access, CurrentLocale, type Locale } from '@app/kernel';
import {
  Args,
  Field,
  ID,
  ObjectType,
  Parent,
  Query,
  registerEnumType,
  ResolveField,
  Resolver,
} from '@nestjs/graphql';
import { NamedListArgs } from './named-list.args.js';
import { type Region, RegionLevel } from './region-names.js';
import { Regions } from './regions.js';

registerEnumType(RegionLevel, {
  name: 'RegionLevel',
  description: 'How fine a region is in GB/T 2260.',
  valuesMap: {
    PROVINCE: { description: '省级: two digits (33).' },
    CITY: { description: '地级: four digits (3302).' },
    COUNTY: { description: '县级: six digits (330206).' },
  },
});

@Access('Everyone: the list of regions is public.')
@ObjectType('Region', { description: 'An administrative region of GB/T 2260.' })
export class RegionType {
  @Field(() => ID, {
    description: 'Two digits for a province, four for a city, six for a county or district.',
  })
  readonly code!: string;

  @Field(() => RegionLevel, { description: 'How fine the region is.' })
  readonly level!: RegionLevel;
}

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
