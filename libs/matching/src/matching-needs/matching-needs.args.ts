import { ArgsType, Field, Int } from '@nestjs/graphql';
import { IsInt, Max, Min } from 'class-validator';

/** How many needs that fit are wanted. */
@ArgsType()
export class MatchingNeedsArgs {
  @Field(() => Int, { defaultValue: 20, description: 'How many needs, at most 100.' })
  @IsInt()
  @Min(1)
  @Max(100)
  first!: number;
}
