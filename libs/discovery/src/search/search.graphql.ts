import { Capability, CapabilityKind, CapabilityType } from '@app/capabilities';
import { Access } from '@app/identity';
import { DecimalScalar } from '@app/kernel';
import { EventKind, MatchmakingEvent, MatchmakingEventType } from '@app/matchmaking-events';
import { Organization, OrganizationType, TierLevel } from '@app/organizations';
import { NeedKind, ProcurementNeed, ProcurementNeedType } from '@app/procurement';
import { MAX_HITS_PER_PAGE } from '@app/search';
import {
  ArgsType,
  createUnionType,
  Field,
  Float,
  GraphQLISODateTime,
  ID,
  InputType,
  Int,
  ObjectType,
} from '@nestjs/graphql';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayMinSize,
  IsBoolean,
  IsEnum,
  IsInt,
  IsOptional,
  Max,
  MaxLength,
  Min,
  ValidateNested,
} from 'class-validator';
import { SearchFacet, SearchIndex, SearchSort } from './search.enums.js';

const MOST_VALUES = 50;

@InputType({
  description:
    'What hits must be. All that is given must hold; a condition that the index does not know is refused.',
})
export class SearchFilterInput {
  @Field(() => [String], {
    nullable: true,
    description: 'In one of these regions, GB/T 2260, all of one level: provinces, cities or counties.',
  })
  @IsOptional()
  @ArrayMinSize(1)
  @ArrayMaxSize(MOST_VALUES)
  @MaxLength(20, { each: true })
  regions?: string[] | null;

  @Field(() => String, {
    nullable: true,
    description: 'Capabilities: stated to be delivered to this region.',
  })
  @IsOptional()
  @MaxLength(20)
  deliversTo?: string | null;

  @Field(() => [String], {
    nullable: true,
    description: 'In one of these industries, GB/T 4754, of any level.',
  })
  @IsOptional()
  @ArrayMinSize(1)
  @ArrayMaxSize(MOST_VALUES)
  @MaxLength(20, { each: true })
  industries?: string[] | null;

  @Field(() => [CapabilityKind], { nullable: true, description: 'Capabilities of one of these kinds.' })
  @IsOptional()
  @ArrayMinSize(1)
  @IsEnum(CapabilityKind, { each: true })
  capabilityKinds?: CapabilityKind[] | null;

  @Field(() => [NeedKind], { nullable: true, description: 'Needs of one of these kinds.' })
  @IsOptional()
  @ArrayMinSize(1)
  @IsEnum(NeedKind, { each: true })
  needKinds?: NeedKind[] | null;

  @Field(() => [EventKind], { nullable: true, description: 'Events of one of these kinds.' })
  @IsOptional()
  @ArrayMinSize(1)
  @IsEnum(EventKind, { each: true })
  eventKinds?: EventKind[] | null;

  @Field(() => [TierLevel], { nullable: true, description: 'Recognised on one of these tiers.' })
  @IsOptional()
  @ArrayMinSize(1)
  @IsEnum(TierLevel, { each: true })
  tiers?: TierLevel[] | null;

  @Field(() => [ID], {
    nullable: true,
    description: 'Kinds of certificate, all of them held (or asked for, with needs).',
  })
  @IsOptional()
  @ArrayMaxSize(10)
  @MaxLength(40, { each: true })
  certificates?: string[] | null;

  @Field(() => [ID], { nullable: true, description: 'About one of these trade concepts.' })
  @IsOptional()
  @ArrayMinSize(1)
  @ArrayMaxSize(MOST_VALUES)
  @MaxLength(80, { each: true })
  conceptIds?: string[] | null;

  @Field(() => ID, { nullable: true, description: 'Of this supplier, buyer or organizer.' })
  @IsOptional()
  organizationId?: string | null;

  @Field(() => Boolean, {
    nullable: true,
    description: 'Capabilities, organizations: whether somebody looks after the profile.',
  })
  @IsOptional()
  @IsBoolean()
  claimed?: boolean | null;

  @Field(() => Int, { nullable: true, description: 'Capabilities: at most so many days of lead time.' })
  @IsOptional()
  @IsInt()
  @Min(0)
  leadTimeDaysMax?: number | null;

  @Field(() => DecimalScalar, { nullable: true, description: 'Capabilities: at least so much per month.' })
  @IsOptional()
  capacityPerMonthMin?: string | null;

  @Field(() => DecimalScalar, {
    nullable: true,
    description: 'Capabilities: a price that begins at most here.',
  })
  @IsOptional()
  priceMax?: string | null;

  @Field(() => GraphQLISODateTime, {
    nullable: true,
    description: 'Needs: replies are taken at this instant.',
  })
  @IsOptional()
  replyAfter?: Date | null;

  @Field(() => GraphQLISODateTime, {
    nullable: true,
    description: 'Events that end at or after this instant.',
  })
  @IsOptional()
  from?: Date | null;

  @Field(() => GraphQLISODateTime, {
    nullable: true,
    description: 'Events that start at or before this instant.',
  })
  @IsOptional()
  to?: Date | null;
}

/** A thing that search can find. */
export type Searchable = Capability | Organization | ProcurementNeed | MatchmakingEvent;

const kinds = [
  [Capability, CapabilityType],
  [Organization, OrganizationType],
  [ProcurementNeed, ProcurementNeedType],
  [MatchmakingEvent, MatchmakingEventType],
] as const;

export const SearchableType = createUnionType({
  name: 'Searchable',
  description: 'A thing that search can find.',
  types: () => [CapabilityType, OrganizationType, ProcurementNeedType, MatchmakingEventType] as const,
  resolveType: (thing: object) => kinds.find(([entity]) => thing instanceof entity)?.[1],
});

@ObjectType('SearchHit', { description: 'A thing found.' })
@Access('everyone who sees the thing')
export class SearchHitType {
  @Field(() => SearchableType, { description: 'The thing as it is now.' })
  item!: Searchable;

  @Field(() => Float, { description: 'How well it answers the text; compares hits of one answer only.' })
  score!: number;

  @Field(() => String, {
    nullable: true,
    description:
      'Title as escaped HTML with <em> around the words found; null when not asked for or degraded.',
  })
  titleHighlight!: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'The best part of the text as escaped HTML with <em> around the words found.',
  })
  textHighlight!: string | null;
}

@ObjectType('SearchFacetValue', { description: 'How many of the things found carry a value.' })
@Access('everyone')
export class SearchFacetValueType {
  @Field({ description: 'Code, for a filter.' })
  value!: string;

  @Field({ description: 'Name in the reader’s language.' })
  label!: string;

  @Field(() => Int, { description: 'How many.' })
  count!: number;
}

@ObjectType('SearchFacetCounts', { description: 'The things found, counted by one facet.' })
@Access('everyone')
export class SearchFacetCountsType {
  @Field(() => SearchFacet, { description: 'The facet.' })
  facet!: SearchFacet;

  @Field(() => [SearchFacetValueType], { description: 'Values by falling count, at most 100.' })
  values!: SearchFacetValueType[];
}

@ObjectType('SearchBroadening', {
  description: 'Words that nothing carries, and what was searched for instead.',
})
@Access('everyone')
export class SearchBroadeningType {
  @Field({ description: 'The words as asked, folded for comparison.' })
  words!: string;

  @Field({ description: 'Name of the broader concept in the reader’s language.' })
  instead!: string;
}

@ObjectType('SearchPage', { description: 'A page of what was found.' })
@Access('everyone')
export class SearchPageType {
  @Field(() => [SearchHitType], { description: 'Hits that the caller may see.' })
  hits!: SearchHitType[];

  @Field(() => Int, { description: 'How many were found.' })
  total!: number;

  @Field({ description: 'Whether there are at least so many, counting having stopped.' })
  totalIsLowerBound!: boolean;

  @Field(() => [SearchFacetCountsType], { description: 'The facets asked for; none in a degraded answer.' })
  facets!: SearchFacetCountsType[];

  @Field({ description: 'Whether this is a plain list by title, the search engine being away.' })
  degraded!: boolean;

  @Field(() => String, { nullable: true, description: 'Words left out because nothing carried all of them.' })
  relaxed!: string | null;

  @Field(() => [SearchBroadeningType], {
    description:
      'Words that were searched for more broadly because nothing carries them; mostly grades and model numbers.',
  })
  broadened!: SearchBroadeningType[];

  @Field(() => [String], {
    description:
      'Names of the places that the words name and that hits are limited to; empty where they name none.',
  })
  places!: string[];
}

/** A reader who pages further should narrow the query. */
const LAST_PAGE = 500;

/** What somebody asks the search box. */
@ArgsType()
export class SearchArgs {
  @Field(() => SearchIndex, { description: 'What is searched.' })
  @IsEnum(SearchIndex)
  index!: SearchIndex;

  @Field(() => String, {
    nullable: true,
    description: 'Words as typed; everything that passes the filter without.',
  })
  @IsOptional()
  @MaxLength(200)
  text?: string | null;

  @Field(() => SearchFilterInput, { nullable: true, description: 'What hits must be.' })
  @IsOptional()
  @ValidateNested()
  @Type(() => SearchFilterInput)
  filter?: SearchFilterInput | null;

  @Field(() => [SearchFacet], { defaultValue: [], description: 'What hits are to be counted by.' })
  @ArrayMaxSize(10)
  @IsEnum(SearchFacet, { each: true })
  facets!: SearchFacet[];

  @Field(() => SearchSort, { defaultValue: SearchSort.RELEVANCE, description: 'In which order hits come.' })
  @IsEnum(SearchSort)
  sort!: SearchSort;

  @Field({ defaultValue: true, description: 'Whether the words found are marked.' })
  @IsBoolean()
  highlight!: boolean;

  @Field({
    defaultValue: false,
    description: 'Whether places among the words are searched as words, and do not limit where hits are.',
  })
  @IsBoolean()
  placesAsWords!: boolean;

  @Field(() => Int, { defaultValue: 1, description: `Page, from 1 to ${LAST_PAGE}.` })
  @IsInt()
  @Min(1)
  @Max(LAST_PAGE)
  page!: number;

  @Field(() => Int, {
    defaultValue: 20,
    description: `Hits per page; 0 for total and facets only, at most ${MAX_HITS_PER_PAGE}.`,
  })
  @IsInt()
  @Min(0)
  @Max(MAX_HITS_PER_PAGE)
  pageSize!: number;
}
