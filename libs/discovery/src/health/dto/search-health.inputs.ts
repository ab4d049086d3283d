import { ArgsType, Field, ID, InputType, Int } from '@nestjs/graphql';
import { ArrayMaxSize, IsInt, IsNumberString, Length, Max, Min } from 'class-validator';

/** For which period search is looked at. */
@ArgsType()
export class SearchHealthArgs {
  @Field(() => Int, { defaultValue: 30, description: 'Days back from now, from 1 to 90.' })
  @IsInt()
  @Min(1)
  @Max(90)
  days!: number;
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
