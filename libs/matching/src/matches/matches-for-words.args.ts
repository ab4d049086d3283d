import { ArgsType, Field, Int } from '@nestjs/graphql';
import { IsInt, Length, Max, Min } from 'class-validator';

/** The longest need in plain words. */
export const MAX_WORDS = 2000;

/** A need in plain words and how many matches are wanted. */
@ArgsType()
export class MatchesForWordsArgs {
  @Field({ description: `The need in plain words, at most ${MAX_WORDS} characters.` })
  @Length(1, MAX_WORDS)
  text!: string;

  @Field(() => Int, { defaultValue: 20, description: 'How many suppliers, at most 100.' })
  @IsInt()
  @Min(1)
  @Max(100)
  first!: number;
}
