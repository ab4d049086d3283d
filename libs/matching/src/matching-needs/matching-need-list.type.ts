import { Access } from '@app/identity';
import { Field, Int, ObjectType } from '@nestjs/graphql';
import { MatchType } from '../matches/match.type.js';

/** The open needs that a supplier can meet. */
@ObjectType('MatchingNeedList', {
  description:
    'The open needs that a supplier can meet, best first: the same comparison from the other side.',
})
@Access('members of the supplier and staff')
export class MatchingNeedListType {
  @Field(() => Int, { description: 'Open needs that were compared; only such as address the supplier.' })
  compared!: number;

  @Field(() => [MatchType], {
    description: 'The best of them, best first; one capability per need.',
  })
  matches!: MatchType[];
}
