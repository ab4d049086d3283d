import { LocalDateScalar } from '@app/kernel';
import { Field, ID, InputType, Int } from '@nestjs/graphql';
import { ArrayMaxSize, IsEnum, IsInt, IsOptional, Length, MaxLength, Min } from 'class-validator';
import { ProfileFact, TierLevel } from '../profiles/organization.enums.js';

@InputType({ description: 'Facts of one organization that staff have verified.' })
export class CheckFactsInput {
  @Field(() => ID, { description: 'The organization.' })
  organizationId!: string;

  @Field(() => Int, {
    nullable: true,
    description: 'Version of the organization that was read; what was changed since is not checked unseen.',
  })
  @IsOptional()
  @IsInt()
  expectedVersion?: number | null;

  @Field(() => [ID], { defaultValue: [], description: 'Its certificates that are verified.' })
  @ArrayMaxSize(100)
  certificateIds!: string[];

  @Field(() => [ID], { defaultValue: [], description: 'Its tier recognitions that are verified.' })
  @ArrayMaxSize(100)
  tierRecognitionIds!: string[];

  @Field(() => [ProfileFact], { defaultValue: [], description: 'Facts of its profile that are verified.' })
  @IsEnum(ProfileFact, { each: true })
  profileFacts!: ProfileFact[];
}

@InputType({ description: 'A certificate to withdraw.' })
export class WithdrawCertificateInput {
  @Field(() => ID, { description: 'The holder, for which the caller acts.' })
  actingOrganizationId!: string;

  @Field(() => ID, { description: 'The certificate.' })
  certificateId!: string;

  @Field(() => String, { nullable: true, description: 'Why, for the history.' })
  @IsOptional()
  @MaxLength(500)
  reason?: string | null;
}

@InputType({ description: 'A tier recognition to withdraw.' })
export class WithdrawTierRecognitionInput {
  @Field(() => ID, { description: 'The organization, for which the caller acts.' })
  actingOrganizationId!: string;

  @Field(() => ID, { description: 'The recognition.' })
  tierRecognitionId!: string;

  @Field(() => String, { nullable: true, description: 'Why, for the history.' })
  @IsOptional()
  @MaxLength(500)
  reason?: string | null;
}

/** 专精特新 was first named in the national plan for the growth of SMEs of 2011; no recognition is older. */
const FIRST_YEAR = 2011;

/** What a recognition says. */
@InputType({ isAbstract: true })
export abstract class TierContentInput {
  @Field(() => ID, { description: 'The recognised organization, for which the caller acts.' })
  actingOrganizationId!: string;

  @Field(() => TierLevel, { description: 'The tier.' })
  @IsEnum(TierLevel)
  level!: TierLevel;

  @Field(() => Int, { description: 'Year of the recognition.' })
  @IsInt()
  @Min(FIRST_YEAR)
  year!: number;

  @Field(() => String, { nullable: true, description: 'Batch of the recognition.' })
  @IsOptional()
  @MaxLength(60)
  batch?: string | null;

  @Field(() => LocalDateScalar, { nullable: true, description: 'Last valid day.' })
  @IsOptional()
  validUntil?: string | null;

  @Field(() => String, { nullable: true, description: 'Where it can be read: document number or address.' })
  @IsOptional()
  @MaxLength(500)
  evidence?: string | null;
}

@InputType({ description: 'A tier that the acting organization was recognised for.' })
export class DeclareTierRecognitionInput extends TierContentInput {
  @Field(() => String, { nullable: true, description: 'Makes a retry safe: the same id creates once.' })
  @IsOptional()
  @Length(1, 100)
  clientMutationId?: string | null;
}

@InputType({
  description: 'A recognition as it is to be stated from now on; what is left out is not stated any more.',
})
export class UpdateTierRecognitionInput extends TierContentInput {
  @Field(() => ID, { description: 'The recognition.' })
  tierRecognitionId!: string;
}

/** What a certificate says. */
@InputType({ isAbstract: true })
export abstract class CertificateContentInput {
  @Field(() => ID, { description: 'The holder, for which the caller acts.' })
  actingOrganizationId!: string;

  @Field({ description: 'Kind of certificate, such as iatf-16949.' })
  @Length(1, 60)
  kindId!: string;

  @Field(() => String, { nullable: true, description: 'Number of the certificate.' })
  @IsOptional()
  @Length(1, 100)
  number?: string | null;

  @Field(() => String, { nullable: true, description: 'What it covers.' })
  @IsOptional()
  @MaxLength(500)
  scope?: string | null;

  @Field(() => String, { nullable: true, description: 'Who issued it.' })
  @IsOptional()
  @MaxLength(200)
  issuer?: string | null;

  @Field(() => String, { nullable: true, description: 'The plant that it holds for.' })
  @IsOptional()
  @MaxLength(300)
  site?: string | null;

  @Field(() => LocalDateScalar, { nullable: true, description: 'Last valid day.' })
  @IsOptional()
  validUntil?: string | null;
}

@InputType({ description: 'A certificate or licence of the acting organization.' })
export class DeclareCertificateInput extends CertificateContentInput {
  @Field(() => String, { nullable: true, description: 'Makes a retry safe: the same id creates once.' })
  @IsOptional()
  @Length(1, 100)
  clientMutationId?: string | null;
}

@InputType({
  description: 'A certificate as it is to be stated from now on; what is left out is not stated any more.',
})
export class UpdateCertificateInput extends CertificateContentInput {
  @Field(() => ID, { description: 'The certificate.' })
  certificateId!: string;
}
