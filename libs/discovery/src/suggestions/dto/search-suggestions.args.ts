import { ArgsType, Field, Int } from '@nestjs/graphql';
import { IsInt, Max, MaxLength, Min } from 'class-validator';

/** What somebody has typed so far. */
@ArgsType()
export class SearchSuggestionsArgs {
  @Field({ description: 'What was typed so far: characters, pinyin or initials.' })
  @MaxLength(50)
  typed!: string;

  @Field(() => Int, { defaultValue: 10, description: 'The most suggestions, from 1 to 20.' })
  @IsInt()
  @Min(1)
  @Max(20)
  first!: number;
}
