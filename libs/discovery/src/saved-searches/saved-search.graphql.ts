import { Access, NodeType } from '@app/identity';
import { connectionType, defineTexts, encodeGlobalId, Outcome, OutcomeType, resultUnion } from '@app/kernel';
import { ArgsType, Field, GraphQLISODateTime, ID, InputType, Int, ObjectType } from '@nestjs/graphql';
import { Type } from 'class-transformer';
import {
  IsBoolean,
  IsEnum,
  IsInt,
  IsOptional,
  Length,
  Matches,
  Max,
  MaxLength,
  Min,
  ValidateNested,
} from 'class-validator';
import { SearchIndex } from '../search/search.enums.js';
import { SearchFilterInput } from '../search/search.graphql.js';
import { AlertFrequency, type SavedSearch, SavedSearchSubject } from './saved-search.entity.js';

@OutcomeType('SavedSearchLimitError', 'The person keeps as many saved searches as one may.')
export class SavedSearchLimitError extends Outcome {
  @Field(() => Int, { description: 'How many one may keep.' })
  readonly limit: number;

  constructor(limit: number) {
    super('SAVED_SEARCH_LIMIT', { limit });
    this.limit = limit;
  }
}

defineTexts({
  SAVED_SEARCH_LIMIT: {
    zh: '最多可保存 {limit} 个检索，请先删除不再需要的。',
    en: 'At most {limit} searches can be saved: please delete one that you no longer need.',
  },
  SAVED_SEARCH_SUBJECT: {
    zh: '请指定一项：检索条件、需求、能力或企业。',
    en: 'Please name one: a question, a need, a capability or an organization.',
  },
  SAVED_SEARCH_EMPTY: {
    zh: '请填写检索词或筛选条件。',
    en: 'A question needs words or a filter.',
  },
  SAVED_SEARCH_SAYS_NOTHING: {
    zh: '检索词过于简短，无法用于订阅。',
    en: 'These words say too little to wait for.',
  },
  SAVED_SEARCH_ZONE: { zh: '“{zone}”不是有效的时区。', en: '“{zone}” is not a time zone.' },
});

const LONGEST_NAME = 60;

@InputType({ description: 'A question to the search box that is to be asked of new listings.' })
export class SavedQueryInput {
  @Field(() => SearchIndex, { description: 'What is searched.' })
  @IsEnum(SearchIndex)
  index!: SearchIndex;

  @Field(() => String, { nullable: true, description: 'Words; a listing has to answer all of them.' })
  @IsOptional()
  @MaxLength(200)
  text?: string | null;

  @Field(() => SearchFilterInput, { nullable: true, description: 'What listings must be.' })
  @IsOptional()
  @ValidateNested()
  @Type(() => SearchFilterInput)
  filter?: SearchFilterInput | null;
}

@InputType({ description: 'What somebody waits for: a question, or one stored thing.' })
export class SaveSearchInput {
  @Field({ description: `What its owner calls it, at most ${LONGEST_NAME} characters.` })
  @Length(1, LONGEST_NAME)
  @Matches(/\S/)
  name!: string;

  @Field(() => SavedQueryInput, { nullable: true, description: 'A question to the search box.' })
  @IsOptional()
  @ValidateNested()
  @Type(() => SavedQueryInput)
  query?: SavedQueryInput | null;

  @Field(() => ID, {
    nullable: true,
    description: 'A need of an organization of the caller: capabilities that fit.',
  })
  needId?: string | null;

  @Field(() => ID, {
    nullable: true,
    description: 'A published capability of an organization of the caller: needs that fit.',
  })
  capabilityId?: string | null;

  @Field(() => ID, {
    nullable: true,
    description: 'An organization of the caller: needs that fit anything that it offers.',
  })
  organizationId?: string | null;

  @Field(() => AlertFrequency, { defaultValue: AlertFrequency.DAILY, description: 'How often to be told.' })
  @IsEnum(AlertFrequency)
  frequency!: AlertFrequency;

  @Field({ defaultValue: 'Asia/Shanghai', description: 'IANA time zone of the reader, for digests.' })
  @MaxLength(60)
  zone!: string;

  @Field(() => String, { nullable: true, description: 'Makes a retry safe: the same id saves once.' })
  @IsOptional()
  @Length(1, 100)
  clientMutationId?: string | null;
}

@InputType({ description: 'What is to change of a saved search; what is left out stays.' })
export class UpdateSavedSearchInput {
  @Field(() => ID, { description: 'The saved search.' })
  savedSearchId!: string;

  @Field(() => String, { nullable: true, description: 'A new name.' })
  @IsOptional()
  @Length(1, LONGEST_NAME)
  @Matches(/\S/)
  name?: string | null;

  @Field(() => AlertFrequency, { nullable: true, description: 'How often to be told.' })
  @IsOptional()
  @IsEnum(AlertFrequency)
  frequency?: AlertFrequency | null;

  @Field(() => Boolean, { nullable: true, description: 'Whether it stops for a while.' })
  @IsOptional()
  @IsBoolean()
  paused?: boolean | null;

  @Field(() => String, { nullable: true, description: 'IANA time zone of the reader.' })
  @IsOptional()
  @MaxLength(60)
  zone?: string | null;
}

@InputType({ description: 'A saved search that is deleted.' })
export class DeleteSavedSearchInput {
  @Field(() => ID, { description: 'The saved search.' })
  savedSearchId!: string;
}

/** How many of the present matches are wanted. */
@ArgsType()
export class SavedSearchMatchesArgs {
  @Field(() => Int, { defaultValue: 20, description: 'How many listings, at most 100.' })
  @IsInt()
  @Min(1)
  @Max(100)
  first!: number;
}

@ObjectType('SavedSearch', {
  description: 'A question that a person wants asked of every new listing.',
  implements: () => NodeType,
})
@Access('its owner only')
export class SavedSearchType extends NodeType {
  @Field({ description: 'What its owner calls it.' })
  name!: string;

  @Field(() => SavedSearchSubject, { description: 'What it waits for.' })
  subject!: SavedSearchSubject;

  @Field(() => SearchIndex, { description: 'Where the listings stand that it waits for.' })
  listingIndex!: string;

  @Field(() => String, { nullable: true, description: 'The words of a question.' })
  text!: string | null;

  @Field(() => AlertFrequency, { description: 'How often its owner is notified.' })
  frequency!: AlertFrequency;

  @Field({ description: 'Whether it is stopped for a while.' })
  paused!: boolean;

  @Field({ description: 'IANA time zone of its owner.' })
  zone!: string;

  @Field(() => GraphQLISODateTime, { nullable: true, description: 'When its owner was last told.' })
  lastAlertAt!: Date | null;

  @Field(() => GraphQLISODateTime, { description: 'When it was saved.' })
  createdAt!: Date;
}

export const SavedSearchConnectionType = connectionType(SavedSearchType, 'SavedSearch');

@ObjectType('SaveSearchPayload', { description: 'From now on new listings are held against it.' })
@Access('the caller')
export class SaveSearchPayload {
  @Field(() => SavedSearchType, { description: 'The saved search.' })
  readonly savedSearch: SavedSearch;

  constructor(savedSearch: SavedSearch) {
    this.savedSearch = savedSearch;
  }
}

@ObjectType('UpdateSavedSearchPayload', { description: 'The saved search has changed.' })
@Access('the caller')
export class UpdateSavedSearchPayload {
  @Field(() => SavedSearchType, { description: 'The saved search as it is now.' })
  readonly savedSearch: SavedSearch;

  constructor(savedSearch: SavedSearch) {
    this.savedSearch = savedSearch;
  }
}

@ObjectType('DeleteSavedSearchPayload', { description: 'The saved search is gone.' })
@Access('the caller')
export class DeleteSavedSearchPayload {
  @Field(() => ID, { description: 'Global id of what was deleted.' })
  readonly deletedId: string;

  constructor(key: string) {
    this.deletedId = encodeGlobalId('SavedSearch', key);
  }
}

export const SaveSearchResult = resultUnion('SaveSearchResult', [
  SaveSearchPayload,
  SavedSearchLimitError,
] as const);
export type SaveSearchResult = typeof SaveSearchResult;

export const UpdateSavedSearchResult = resultUnion('UpdateSavedSearchResult', [
  UpdateSavedSearchPayload,
] as const);
export type UpdateSavedSearchResult = typeof UpdateSavedSearchResult;

export const DeleteSavedSearchResult = resultUnion('DeleteSavedSearchResult', [
  DeleteSavedSearchPayload,
] as const);
export type DeleteSavedSearchResult = typeof DeleteSavedSearchResult;
