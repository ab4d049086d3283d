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
import { Industries, type Industry, IndustryLevel } from './industries.js';

registerEnumType(IndustryLevel, {
  name: 'IndustryLevel',
  description: 'How fine an industry is in GB/T 4754.',
  valuesMap: {
    SECTION: { description: '门类: a letter (C).' },
    DIVISION: { description: '大类: letter and two digits (C33).' },
    GROUP: { description: '中类: letter and three digits (C339).' },
    CLASS: { description: '小类: letter and four digits (C3392).' },
  },
});

@Access('Everyone: the classification is public.')
@ObjectType('Industry', {
  description: 'A line of the national classification of industries, GB/T 4754-2017.',
})
export class IndustryType {
  @Field(() => ID, { description: 'Section letter and digits of the standard, for example C3392.' })
  readonly code!: string;

  @Field(() => IndustryLevel, { description: 'How fine the industry is.' })
  readonly level!: IndustryLevel;
}

/** The classification of industries, for pickers, filters and names. */
@Resolver(() => IndustryType)
export class IndustriesResolver {
  constructor(private readonly industries: Industries) {}

  @Access('Everyone.')
  @Query(() => [IndustryType], {
    name: 'industries',
    description:
      'Industries by a part of their name or code, or those directly below one; the sections when neither is given.',
  })
  async list(@Args() { query, parent, first }: NamedListArgs): Promise<readonly IndustryType[]> {
    return query
      ? this.industries.search(query, first)
      : this.industries.children(parent ?? null).slice(0, first);
  }

  @Access('Everyone.')
  @Query(() => IndustryType, {
    nullable: true,
    description: 'An industry by its code; null when the standard has none.',
  })
  async industry(
    @Args('code', { type: () => ID, description: 'Section letter and digits, for example C3392.' })
    code: string,
  ): Promise<IndustryType | null> {
    return this.industries.get(code) ?? null;
  }

  @ResolveField(() => String, { description: 'Name in the reader’s language.' })
  name(@Parent() industry: Industry, @CurrentLocale() locale: Locale): string {
    return industry[locale];
  }

  @ResolveField(() => IndustryType, {
    nullable: true,
    description: 'The industry one level up; null for a section.',
  })
  parent(@Parent() industry: Industry): IndustryType | null {
    return industry.parent === null ? null : (this.industries.get(industry.parent) ?? null);
  }

  @ResolveField(() => [IndustryType], {
    description: 'The industries one level down, in the order of the standard.',
  })
  children(@Parent() industry: Industry): readonly IndustryType[] {
    return this.industries.children(industry.code);
  }

  @ResolveField(() => [IndustryType], { description: 'From the section down to the industry itself.' })
  path(@Parent() industry: Industry): IndustryType[] {
    const codes = [...this.industries.ancestors(industry.code).reverse(), industry.code];
    return codes.flatMap((code) => this.industries.get(code) ?? []);
  }
}
