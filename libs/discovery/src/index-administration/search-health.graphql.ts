import { Access } from '@app/identity';
import { LocalDateScalar } from '@app/kernel';
import { ArgsType, Field, Float, ID, InputType, Int, ObjectType } from '@nestjs/graphql';
import { ArrayMaxSize, IsInt, IsNumberString, Max, Min } from 'class-validator';
import { SearchSynonymType, WeakQueryType } from '../synonyms/search-synonyms.graphql.js';

/** For which period search is looked at. */
@ArgsType()
export class SearchHealthArgs {
  @Field(() => Int, { defaultValue: 30, description: 'Days back from now, from 1 to 90.' })
  @IsInt()
  @Min(1)
  @Max(90)
  days!: number;
}

@InputType({ description: 'Changes that are to be indexed once more.' })
export class RetryDeadLettersInput {
  @Field(() => [ID], { description: 'Numbers of the deliveries.' })
  @ArrayMaxSize(100)
  @IsNumberString({ no_symbols: true }, { each: true })
  ids!: string[];
}

@InputType({ description: 'Texts that are to be sent to the outside model once more.' })
export class RetryEmbedderTextsInput {
  @Field(() => [ID], { description: 'Numbers of the tasks.' })
  @ArrayMaxSize(100)
  @IsNumberString({ no_symbols: true }, { each: true })
  ids!: string[];
}

@ObjectType('EmbedderDeadText', {
  description: 'A text that the outside model refused and that was put aside.',
})
@Access('staff')
class EmbedderDeadTextType {
  @Field(() => ID, { description: 'Number of the task.' })
  id!: string;

  @Field({ description: 'The text as it was sent.' })
  text!: string;

  @Field(() => String, { nullable: true, description: 'Why the last attempt failed.' })
  reason!: string | null;

  @Field({ description: 'When it was put aside.' })
  deadAt!: Date;
}

@ObjectType('EmbedderStatus', { description: 'How the outside model that turns texts into vectors fares.' })
@Access('staff')
class EmbedderStatusType {
  @Field({ description: 'Name of the model.' })
  name!: string;

  @Field({ description: 'Version of the model.' })
  version!: string;

  @Field(() => Int, { description: 'Numbers of a vector.' })
  dimensions!: number;

  @Field({ description: 'COMPUTING until it is complete and compared with, then CURRENT.' })
  state!: string;

  @Field(() => Int, { description: 'Texts that wait for their vectors.' })
  waiting!: number;

  @Field(() => String, {
    nullable: true,
    description: 'Why it was last asked in vain; null when it answered since.',
  })
  trouble!: string | null;

  @Field(() => [EmbedderDeadTextType], {
    description: 'Texts that were put aside, the latest first, at most 100.',
  })
  dead!: readonly EmbedderDeadTextType[];
}

@ObjectType('IndexStatus', { description: 'How one search index fares.' })
@Access('staff')
class IndexStatusType {
  @Field({ description: 'Which index.' })
  index!: string;

  @Field(() => Int, { description: 'Documents that can be found.' })
  documents!: number;

  @Field(() => Int, { description: 'Changes that are searchable and not yet merged.' })
  unmerged!: number;

  @Field({ description: 'Whether it is being rebuilt.' })
  rebuilding!: boolean;

  @Field({ description: 'Whether only a rebuild gives it what this version of the platform knows.' })
  outdated!: boolean;
}

@ObjectType('IndexDeadLetter', { description: 'A change that could not be indexed and was put aside.' })
@Access('staff')
class IndexDeadLetterType {
  @Field(() => ID, { description: 'Number of the delivery.' })
  id!: string;

  @Field({ description: 'What happened, for example CapabilityChanged.' })
  type!: string;

  @Field({ description: 'To what kind of thing.' })
  aggregateType!: string;

  @Field(() => ID, { description: 'Key of the thing.' })
  aggregateId!: string;

  @Field(() => String, { nullable: true, description: 'Why the last attempt failed.' })
  reason!: string | null;

  @Field({ description: 'When it was put aside.' })
  deadAt!: Date;
}

@ObjectType('IndexReconciliation', {
  description: 'What the last comparison of a search index with the database found and mended.',
})
@Access('staff')
class IndexReconciliationType {
  @Field({ description: 'Which index.' })
  index!: string;

  @Field({ description: 'When it began.' })
  beganAt!: Date;

  @Field({ description: 'When it ended.' })
  endedAt!: Date;

  @Field(() => Int, { description: 'Documents that were missing and were added.' })
  missing!: number;

  @Field(() => Int, { description: 'Documents that were out of date and were replaced.' })
  outdated!: number;

  @Field(() => Int, { description: 'Documents that should not be there and were removed.' })
  surplus!: number;
}

@ObjectType('AskedOnDay', { description: 'How many questions were put to search on one day.' })
@Access('staff')
class AskedOnDayType {
  @Field(() => LocalDateScalar, { description: 'The day in China.' })
  day!: string;

  @Field(() => Int, { description: 'Questions on that day.' })
  asked!: number;

  @Field(() => Int, { description: 'Of those the ones that found nothing.' })
  withoutHits!: number;
}

/** Inferred capabilities and the vocabulary that they are of. */
@ObjectType('CapabilityDerivation', {
  description: 'How far the capabilities inferred from registered scopes are of the present vocabulary.',
})
@Access('staff')
class CapabilityDerivationType {
  @Field({ description: 'Version of the vocabulary of trade concepts.' })
  vocabulary!: string;

  @Field(() => Int, { description: 'Scopes whose capabilities are inferred.' })
  derived!: number;

  @Field(() => Int, {
    description:
      'Of those the ones inferred by another vocabulary; they are inferred anew, one batch after the other.',
  })
  outdated!: number;
}

@ObjectType('SearchHealth', {
  description: 'How search fares: indexes, what lies before them, what readers miss.',
})
@Access('staff')
export class SearchHealthType {
  @Field({ description: 'Which engine answers.' })
  engine!: string;

  @Field({ description: 'Whether it answers.' })
  ready!: boolean;

  @Field(() => [IndexStatusType], { description: 'The indexes.' })
  indexes!: readonly IndexStatusType[];

  @Field(() => Int, { description: 'Changes that wait to be indexed.' })
  waiting!: number;

  @Field(() => Float, { description: 'Age of the oldest of them in seconds.' })
  oldestSeconds!: number;

  @Field(() => [IndexDeadLetterType], {
    description: 'Changes that were put aside, the latest first, at most 100.',
  })
  deadLetters!: readonly IndexDeadLetterType[];

  @Field(() => [IndexReconciliationType], {
    description: 'The last comparison of each index with the database; empty before the first night.',
  })
  reconciliations!: readonly IndexReconciliationType[];

  @Field(() => CapabilityDerivationType, { description: 'Inferred capabilities and the present vocabulary.' })
  derivation!: CapabilityDerivationType;

  @Field(() => EmbedderStatusType, {
    nullable: true,
    description: 'The outside model that turns texts into vectors; null where none is used.',
  })
  embedder!: EmbedderStatusType | null;

  @Field(() => Int, { description: 'Questions in the period.' })
  asked!: number;

  @Field(() => Int, { description: 'Of those the ones that found nothing.' })
  withoutHits!: number;

  @Field(() => [AskedOnDayType], {
    description: 'Questions per day of the period, the earliest first; days without questions are included.',
  })
  askedByDay!: readonly AskedOnDayType[];

  @Field(() => [WeakQueryType], { description: 'What found little, the most frequent first, at most 50.' })
  weakQueries!: readonly WeakQueryType[];

  @Field(() => [SearchSynonymType], { description: 'Words that staff added, the latest first, at most 50.' })
  synonyms!: readonly SearchSynonymType[];
}

@ObjectType('RetryDeadLettersPayload', { description: 'Changes are tried once more.' })
@Access('staff')
export class RetryDeadLettersPayload {
  @Field(() => Int, { description: 'How many had been put aside.' })
  revived!: number;
}
