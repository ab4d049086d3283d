import { ArgsType, Field, Int } from '@nestjs/graphql';
import { IsInt, Max, Min } from 'class-validator';

/** How many matches of a stored need are wanted. */
@ArgsType()
export class NeedMatchesArgs {
  @Field(() => Int, { defaultValue: 20, description: 'How many suppliers, at most 100.' })
  @IsInt()
  @Min(1)
  @Max(100)
  first!: number;
}
