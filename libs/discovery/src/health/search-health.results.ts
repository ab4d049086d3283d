import { Access } from '@app/identity';
import { Field, Int, ObjectType } from '@nestjs/graphql';
import { SearchSynonymType } from './search-health.type.js';

@ObjectType('SearchSynonymPayload', { description: 'The synonym as it stands now.' })
@Access('staff')
export class SearchSynonymPayload {
  @Field(() => SearchSynonymType, { description: 'The synonym.' })
  synonym!: SearchSynonymType;
}

@ObjectType('RetryDeadLettersPayload', { description: 'Changes are tried once more.' })
@Access('staff')
export class RetryDeadLettersPayload {
  @Field(() => Int, { description: 'How many had been put aside.' })
  revived!: number;
}
