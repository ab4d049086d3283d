import { ArgsType, Field, Int } from '@nestjs/graphql';
import { IsInt, Max, Min } from 'class-validator';

/** How many of the present matches are wanted. */
@ArgsType()
export class SavedSearchMatchesArgs {
  @Field(() => Int, { defaultValue: 20, description: 'How many listings, at most 100.' })
  @IsInt()
  @Min(1)
  @Max(100)
  first!: number;
}
