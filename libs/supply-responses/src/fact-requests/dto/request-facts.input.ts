import { LocaleEnum } from '@app/identity';
import type { Locale } from '@app/kernel';
import { Field, ID, InputType } from '@nestjs/graphql';
import { Type } from 'class-transformer';
import { ArrayMaxSize, ArrayMinSize, IsEnum, IsOptional, Length, ValidateNested } from 'class-validator';
import { RequestedFactKind } from '../fact-request.enums.js';

@InputType({ description: 'One question to a company.' })
export class RequestedFactInput {
  @Field(() => RequestedFactKind, { description: 'What is asked.' })
  @IsEnum(RequestedFactKind)
  kind!: RequestedFactKind;

  @Field(() => ID, {
    nullable: true,
    description: 'Kind of certificate or parameter of the vocabulary; left out for the others.',
  })
  @IsOptional()
  @Length(1, 80)
  subjectId?: string | null;
}

@InputType({ description: 'What a company is asked, for which need, and where the link goes.' })
export class RequestFactsInput {
  @Field(() => ID, {
    description: 'Who asks: the buyer, or an organizer for which a person of the staff acts.',
  })
  actingOrganizationId!: string;

  @Field(() => ID, { description: 'The need.' })
  needId!: string;

  @Field(() => ID, {
    description: 'The published capability whose facts are asked; its supplier gets the link.',
  })
  capabilityId!: string;

  @Field(() => [RequestedFactInput], {
    nullable: true,
    description: 'The questions; left out, whatever the match card does not know.',
  })
  @IsOptional()
  @ArrayMinSize(1)
  @ArrayMaxSize(20)
  @ValidateNested({ each: true })
  @Type(() => RequestedFactInput)
  facts?: RequestedFactInput[] | null;

  @Field(() => String, {
    nullable: true,
    description:
      'Mobile number or e-mail address, for a profile that nobody has claimed; used for this link only and not kept in clear.',
  })
  @IsOptional()
  @Length(3, 320)
  contact?: string | null;

  @Field(() => LocaleEnum, {
    defaultValue: LocaleEnum.ZH,
    description: 'Language of the message to a contact.',
  })
  @IsEnum(LocaleEnum)
  locale!: Locale;

  @Field(() => String, { nullable: true, description: 'Makes a retry safe: the same id asks once.' })
  @IsOptional()
  @Length(1, 100)
  clientMutationId?: string | null;
}

@InputType({ description: 'A request that is taken back.' })
export class RevokeFactRequestInput {
  @Field(() => ID, { description: 'The buyer or who asked, for which the caller acts.' })
  actingOrganizationId!: string;

  @Field(() => ID, { description: 'The request.' })
  factRequestId!: string;
}
