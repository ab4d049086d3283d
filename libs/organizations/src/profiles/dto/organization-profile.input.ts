import { IsPublicName, LocalDateScalar, MoneyInput } from '@app/kernel';
import { Field, InputType } from '@nestjs/graphql';
import { Type } from 'class-transformer';
import { ArrayMaxSize, IsEnum, IsOptional, IsUrl, Length, MaxLength, ValidateNested } from 'class-validator';
import { HeadcountBand, RevenueBand } from '../organization.enums.js';

/** What the members of an organization may say about it; null clears, a field left out stays. */
@InputType({ isAbstract: true, description: 'What members say about their organization.' })
export abstract class OrganizationProfileInput {
  @Field(() => String, { nullable: true, description: 'English name.' })
  @IsOptional()
  @Length(2, 200)
  @IsPublicName()
  nameEn?: string | null;

  @Field(() => String, { nullable: true, description: 'Most specific region, GB/T 2260.' })
  @IsOptional()
  @MaxLength(20)
  regionCode?: string | null;

  @Field(() => String, { nullable: true, description: 'Industry, GB/T 4754 with the section letter.' })
  @IsOptional()
  @MaxLength(20)
  industryCode?: string | null;

  @Field(() => String, { nullable: true, description: 'Address.' })
  @IsOptional()
  @MaxLength(300)
  address?: string | null;

  @Field(() => LocalDateScalar, { nullable: true, description: 'Day of foundation.' })
  @IsOptional()
  foundedOn?: string | null;

  @Field(() => MoneyInput, { nullable: true, description: 'Registered capital.' })
  @IsOptional()
  @ValidateNested()
  @Type(() => MoneyInput)
  registeredCapital?: MoneyInput | null;

  @Field(() => String, { nullable: true, description: 'Registered business scope.' })
  @IsOptional()
  @MaxLength(5000)
  businessScope?: string | null;

  @Field(() => HeadcountBand, { nullable: true, description: 'How many people work there.' })
  @IsOptional()
  @IsEnum(HeadcountBand)
  headcountBand?: HeadcountBand | null;

  @Field(() => RevenueBand, { nullable: true, description: 'Yearly revenue.' })
  @IsOptional()
  @IsEnum(RevenueBand)
  revenueBand?: RevenueBand | null;

  @Field(() => String, { nullable: true, description: 'What the organization says about itself.' })
  @IsOptional()
  @MaxLength(5000)
  introduction?: string | null;

  @Field(() => String, { nullable: true, description: 'Web site, with https:// or http://.' })
  @IsOptional()
  @MaxLength(300)
  @IsUrl({ protocols: ['https', 'http'], require_protocol: true })
  website?: string | null;

  @Field(() => [String], { nullable: true, description: 'Names of the industrial chains that it leads.' })
  @IsOptional()
  @ArrayMaxSize(20)
  @Length(2, 60, { each: true })
  chainLeaderOf?: string[] | null;
}
