import { ArgsType, Field, ID, Int } from '@nestjs/graphql';
import { IsInt, IsOptional, IsString, Max, MaxLength, Min } from 'class-validator';

const LONGEST_QUERY = 100;
/** No list of siblings and no catalogue of ours is longer. */
const LONGEST_LIST = 200;

/** Arguments of typing help over a closed list. */
@ArgsType()
export class NameQueryArgs {
  @Field(() => String, { nullable: true, description: 'A part of a name, in Chinese or English.' })
  @IsOptional()
  @IsString()
  @MaxLength(LONGEST_QUERY)
  query?: string | null;

  @Field(() => Int, {
    defaultValue: LONGEST_LIST,
    description: `How many, at most ${LONGEST_LIST}; the best fitting first.`,
  })
  @IsInt()
  @Min(1)
  @Max(LONGEST_LIST)
  first!: number;
}

/** Arguments of a closed list that forms a tree. */
@ArgsType()
export class NamedListArgs extends NameQueryArgs {
  @Field(() => ID, {
    nullable: true,
    description: 'Code of the entry whose direct children are wanted; ignored with `query`.',
  })
  @IsOptional()
  @IsString()
  parent?: string | null;
}
