import { IsPublicName, LocalDateScalar, PageArgs } from '@app/kernel';
import { NeedKind } from '@app/procurement';
import { ArgsType, Field, GraphQLISODateTime, ID, InputType, Int } from '@nestjs/graphql';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayMinSize,
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
import { ConsentForm } from './need-collection.enums.js';

@InputType({ description: 'A district that is to bring in needs.' })
class CollectionDistrictInput {
  @Field({ description: 'Name of the district.' })
  @Length(1, 60)
  @IsPublicName()
  name!: string;

  @Field(() => Int, { description: 'How many needs are expected of it at least.' })
  @IsInt()
  @Min(0)
  @Max(10_000)
  quota!: number;

  @Field(() => ID, { description: 'The organization whose members are its delegates.' })
  delegateOrganizationId!: string;
}

@InputType({ description: 'A collection of needs for an event.' })
export class OpenNeedCollectionInput {
  @Field(() => ID, { description: 'Organizer or co-organizer, for which the caller acts.' })
  actingOrganizationId!: string;

  @Field(() => ID, { description: 'The event.' })
  eventId!: string;

  @Field({ description: 'Title.' })
  @Length(2, 200)
  @Matches(/\S\s*\S/)
  @IsPublicName({ signed: false })
  title!: string;

  @Field(() => String, { nullable: true, description: 'What delegates are to observe.' })
  @IsOptional()
  @MaxLength(4000)
  instructions?: string | null;

  @Field(() => GraphQLISODateTime, { description: 'Until when needs are handed in.' })
  deadline!: Date;

  @Field(() => [CollectionDistrictInput], { description: 'The districts.' })
  @ArrayMinSize(1)
  @ArrayMaxSize(100)
  @ValidateNested({ each: true })
  @Type(() => CollectionDistrictInput)
  districts!: CollectionDistrictInput[];

  @Field(() => String, { nullable: true, description: 'Makes a retry safe: the same id opens once.' })
  @IsOptional()
  @Length(1, 100)
  clientMutationId?: string | null;
}

@InputType({ description: 'A company’s need, as a delegate writes it down.' })
export class EnterCollectedNeedInput {
  @Field(() => ID, { description: 'The delegates’ organization, for which the caller acts.' })
  actingOrganizationId!: string;

  @Field(() => ID, { description: 'The collection.' })
  collectionId!: string;

  @Field(() => ID, { description: 'The district.' })
  districtId!: string;

  @Field(() => ID, { nullable: true, description: 'The need that is written anew; left out, a further one.' })
  @IsOptional()
  collectedNeedId?: string | null;

  @Field(() => ID, { nullable: true, description: 'The company’s profile, if it has one here.' })
  @IsOptional()
  organizationId?: string | null;

  @Field({ description: 'The company.' })
  @Length(2, 100)
  companyName!: string;

  @Field(() => String, { nullable: true, description: 'Its unified social credit code.' })
  @IsOptional()
  @Matches(/^[0-9A-HJ-NP-RTUW-Y]{18}$/)
  creditCode?: string | null;

  @Field(() => NeedKind, { defaultValue: NeedKind.PART, description: 'What is needed.' })
  @IsEnum(NeedKind)
  kind!: NeedKind;

  @Field({ description: 'Title.' })
  @Length(2, 200)
  @Matches(/\S\s*\S/)
  @IsPublicName({ signed: false })
  title!: string;

  @Field(() => String, { nullable: true, description: 'Description.' })
  @IsOptional()
  @MaxLength(4000)
  description?: string | null;

  @Field(() => String, { nullable: true, description: 'Amount and unit in the company’s words.' })
  @IsOptional()
  @MaxLength(100)
  quantity?: string | null;

  @Field({ description: 'Whether the company lets it be published.' })
  @IsBoolean()
  public!: boolean;

  @Field({ description: 'Position of who agreed for the company that it is passed on; no name.' })
  @Length(2, 60)
  consentGivenBy!: string;

  @Field(() => LocalDateScalar, { description: 'Day of the consent.' })
  consentGivenOn!: string;

  @Field(() => ConsentForm, { description: 'In which form the consent was given.' })
  @IsEnum(ConsentForm)
  consentForm!: ConsentForm;

  @Field({ defaultValue: false, description: 'Whether it is handed in to the bureau now.' })
  @IsBoolean()
  submit!: boolean;

  @Field(() => String, { nullable: true, description: 'Makes a retry safe: the same id writes once.' })
  @IsOptional()
  @Length(1, 100)
  clientMutationId?: string | null;
}

@InputType({ description: 'What the bureau decides on a collected need.' })
export class ReviewCollectedNeedInput {
  @Field(() => ID, { description: 'The bureau, for which the caller acts.' })
  actingOrganizationId!: string;

  @Field(() => ID, { description: 'The collected need.' })
  collectedNeedId!: string;

  @Field({ description: 'Whether it is taken over, or else given back.' })
  @IsBoolean()
  accept!: boolean;

  @Field(() => String, { nullable: true, description: 'Why it is given back.' })
  @IsOptional()
  @MaxLength(500)
  reason?: string | null;
}

@InputType({ description: 'Suppliers that are invited to the event because of a collected need.' })
export class InviteForCollectedNeedInput {
  @Field(() => ID, { description: 'The bureau, for which the caller acts.' })
  actingOrganizationId!: string;

  @Field(() => ID, { description: 'The collected need.' })
  collectedNeedId!: string;

  @Field(() => [ID], { description: '1 to 3 suppliers.' })
  @ArrayMinSize(1)
  @ArrayMaxSize(3)
  organizationIds!: string[];
}

@InputType({ description: 'A collection that is taken along.' })
export class ExportNeedCollectionInput {
  @Field(() => ID, { description: 'The bureau, for which the caller acts.' })
  actingOrganizationId!: string;

  @Field(() => ID, { description: 'The collection.' })
  collectionId!: string;
}

/** A page of what was collected. */
@ArgsType()
export class CollectedNeedsArgs extends PageArgs {}
