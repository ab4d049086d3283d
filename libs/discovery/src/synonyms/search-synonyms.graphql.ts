import { Access } from '@app/identity';
import { TradeConceptType } from '@app/taxonomy';
import { Field, ID, InputType, Int, ObjectType } from '@nestjs/graphql';
import { Length } from 'class-validator';

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

@ObjectType('SearchSynonymPayload', { description: 'The synonym after the change.' })
@Access('staff')
export class SearchSynonymPayload {
  @Field(() => SearchSynonymType, { description: 'The synonym.' })
  synonym!: SearchSynonymType;
}

@InputType({ description: 'Words that are to be a name of a trade concept.' })
export class AddSearchSynonymInput {
  @Field({ description: 'The words as readers type them.' })
  @Length(2, 60)
  words!: string;

  @Field(() => ID, { description: 'Identifier of the trade concept.' })
  @Length(1, 80)
  conceptId!: string;
}

@InputType({ description: 'A synonym that is to be taken back.' })
export class UndoSearchSynonymInput {
  @Field(() => ID, { description: 'The synonym.' })
  id!: string;
}
