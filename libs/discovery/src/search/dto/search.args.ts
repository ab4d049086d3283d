import { MAX_HITS_PER_PAGE } from '@app/search';
import { ArgsType, Field, Int } from '@nestjs/graphql';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  IsBoolean,
  IsEnum,
  IsInt,
  IsOptional,
  Max,
  MaxLength,
  Min,
  ValidateNested,
} from 'class-validator';
import { SearchFacet, SearchIndex, SearchSort } from '../search.enums.js';
import { SearchFilterInput } from './search-filter.input.js';

/** Whoever pages further asks the wrong question. */
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
