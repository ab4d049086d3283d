import { Access } from '@app/identity';
import { ArgsType, Field, ID, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
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

/** What a suggestion leads to. */
export enum SuggestionKind {
  CONCEPT = 'CONCEPT',
  ORGANIZATION = 'ORGANIZATION',
  QUERY = 'QUERY',
}

registerEnumType(SuggestionKind, {
  name: 'SuggestionKind',
  description: 'What a suggestion leads to.',
  valuesMap: {
    CONCEPT: { description: 'A trade concept.' },
    ORGANIZATION: { description: 'An organization.' },
    QUERY: { description: 'Words that others search for.' },
  },
});

@ObjectType('SearchSuggestion', { description: 'A suggestion for what somebody types.' })
@Access('everyone')
export class SearchSuggestionType {
  @Field(() => SuggestionKind, { description: 'What it leads to.' })
  kind!: SuggestionKind;

  @Field({ description: 'The words to search for.' })
  text!: string;

  @Field(() => ID, { nullable: true, description: 'Identifier of the trade concept.' })
  conceptId!: string | null;

  @Field(() => ID, { nullable: true, description: 'Global id of the organization.' })
  organizationId!: string | null;
}
