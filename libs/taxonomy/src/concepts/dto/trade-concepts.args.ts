import { MAX_PAGE } from '@app/kernel';
import { ArgsType, Field, Int } from '@nestjs/graphql';
import { IsInt, IsString, Max, MaxLength, Min } from 'class-validator';

const LONGEST_QUERY = 100;

/** Arguments of typing help over the vocabulary. */
@ArgsType()
export class TradeConceptsArgs {
  @Field({ description: 'A part of a name or synonym, in Chinese or English.' })
  @IsString()
  @MaxLength(LONGEST_QUERY)
  query!: string;

  @Field(() => Int, { defaultValue: 10, description: `How many, at most ${MAX_PAGE}.` })
  @IsInt()
  @Min(1)
  @Max(MAX_PAGE)
  first!: number;
}
