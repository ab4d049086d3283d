import { Access } from '@app/identity';
import { LocalDateScalar } from '@app/kernel';
import { TradeConceptType } from '@app/taxonomy';
import { EmbedderStatusType } from './embedder-status.type.js';
import { Field, Float, ID, Int, ObjectType } from '@nestjs/graphql';

@ObjectType('IndexStatus', { description: 'How one search index fares.' })
@Access('staff')
export class IndexStatusType {
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
export class IndexDeadLetterType {
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
export class IndexReconciliationType {
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

@ObjectType('WeakQuery', { description: 'Words that found little or nothing, without who asked.' })
@Access('staff')
export class WeakQueryType {
  @Field({ description: 'The words, folded.' })
  words!: string;

  @Field({ description: 'Which index was asked.' })
  index!: string;

  @Field(() => Int, { description: 'How often.' })
  times!: number;

  @Field(() => Int, { description: 'By how many signed-in readers.' })
  readers!: number;

  @Field(() => Int, { description: 'Hits of the last time.' })
  hits!: number;

  @Field({ description: 'Whether words were left out the last time.' })
  relaxed!: boolean;

  @Field({ description: 'When it was asked last.' })
  lastAt!: Date;

  @Field(() => TradeConceptType, {
    nullable: true,
    description: 'The concept whose name is most like the words.',
  })
  suggestion!: TradeConceptType | null;
}

@ObjectType('AskedOnDay', { description: 'How many questions were put to search on one day.' })
@Access('staff')
export class AskedOnDayType {
  @Field(() => LocalDateScalar, { description: 'The day in China.' })
  day!: string;

  @Field(() => Int, { description: 'Questions on that day.' })
  asked!: number;

  @Field(() => Int, { description: 'Of those the ones that found nothing.' })
  withoutHits!: number;
}

@ObjectType('SearchSynonym', { description: 'Words that staff made a name of a trade concept.' })
@Access('staff')
export class SearchSynonymType {
  @Field(() => ID, { description: 'Global id.' })
  id!: string;

  @Field({ description: 'The words, folded.' })
  words!: string;

  @Field(() => TradeConceptType, { nullable: true, description: 'What they are a name of.' })
  concept!: TradeConceptType | null;

  @Field({ description: 'When they were added.' })
  addedAt!: Date;

  @Field(() => Date, { nullable: true, description: 'When they were taken back.' })
  undoneAt!: Date | null;
}

/** Inferred capabilities and the vocabulary that they are of. */
@ObjectType('CapabilityDerivation', {
  description: 'How far the capabilities inferred from registered scopes are of the present vocabulary.',
})
@Access('staff')
export class CapabilityDerivationType {
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
    description: 'The same for each day of the period, the earliest first, quiet days among them.',
  })
  askedByDay!: readonly AskedOnDayType[];

  @Field(() => [WeakQueryType], { description: 'What found little, the most frequent first, at most 50.' })
  weakQueries!: readonly WeakQueryType[];

  @Field(() => [SearchSynonymType], { description: 'Words that staff added, the latest first, at most 50.' })
  synonyms!: readonly SearchSynonymType[];
}
