import { Access, CurrentLocale } from '@app/identity';
import type { Locale } from '@app/kernel';
import { Industries, IndustryType, Regions, RegionType } from '@app/taxonomy';
import {
  Args,
  ArgsType,
  Field,
  Int,
  ObjectType,
  Parent,
  Query,
  ResolveField,
  Resolver,
} from '@nestjs/graphql';
import { IsInt, IsOptional, Max, MaxLength, Min } from 'class-validator';
import { type RecurringFair, RecurringFairsReader } from './recurring-fairs.reader.js';
import { FairFrequency } from './series.enums.js';

@ObjectType('RecurringFair', { description: 'A well-known fair that comes again, by its usual months.' })
@Access('everyone')
class RecurringFairType {
  @Field({ description: 'Stable id.' })
  id!: string;

  @Field({ description: 'Where it takes place.' })
  venue!: string;

  @Field(() => [Int], { description: 'Usual months, 1 to 12.' })
  months!: number[];

  @Field(() => FairFrequency, { name: 'frequency', description: 'How often it takes place.' })
  every!: FairFrequency;
}

/** What the list of recurring fairs is narrowed to. */
@ArgsType()
class RecurringFairsArgs {
  @Field(() => Int, { nullable: true, description: 'Month, 1 to 12.' })
  @IsOptional()
  @IsInt()
  @Min(1)
  @Max(12)
  month?: number | null;

  @Field(() => String, { nullable: true, description: 'Region, GB/T 2260; everything inside belongs to it.' })
  @IsOptional()
  @MaxLength(20)
  regionCode?: string | null;

  @Field(() => String, { nullable: true, description: 'Industry, GB/T 4754 with the section letter.' })
  @IsOptional()
  @MaxLength(20)
  industryCode?: string | null;
}

/** The recurring fairs of the Delta. */
@Resolver(() => RecurringFairType)
export class RecurringFairsResolver {
  constructor(
    private readonly fairs: RecurringFairsReader,
    private readonly regions: Regions,
    private readonly trades: Industries,
  ) {}

  @Query(() => [RecurringFairType], {
    description: 'Well-known recurring fairs of the Delta by their usual months; not events with dates.',
  })
  @Access('everyone')
  recurringFairs(@Args() args: RecurringFairsArgs): RecurringFair[] {
    return this.fairs.findFairs(args);
  }

  @ResolveField(() => String, { description: 'Name in the reader’s language.' })
  name(@Parent() fair: RecurringFair, @CurrentLocale() locale: Locale): string {
    return fair[locale];
  }

  @ResolveField(() => RegionType, { description: 'Where the venue is.' })
  region(@Parent() fair: RecurringFair): RegionType {
    return this.regions.get(fair.region)!;
  }

  @ResolveField(() => [IndustryType], { description: 'Industries that show there.' })
  industries(@Parent() fair: RecurringFair): IndustryType[] {
    return fair.industries.flatMap((code) => this.trades.get(code) ?? []);
  }
}
