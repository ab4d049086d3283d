import { Field, ID, InputType } from '@nestjs/graphql';
import { Type } from 'class-transformer';
import { IsBoolean, IsEnum, IsOptional, Length, Matches, MaxLength, ValidateNested } from 'class-validator';
import { SearchFilterInput } from '../../search/dto/search-filter.input.js';
import { SearchIndex } from '../../search/search.enums.js';
import { AlertFrequency } from '../saved-search.enums.js';

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
