import { Access, NodeType } from '@app/identity';
import { connectionType } from '@app/kernel';
import { Field, GraphQLISODateTime, ObjectType } from '@nestjs/graphql';
import { SearchIndex } from '../search/search.enums.js';
import { AlertFrequency, SavedSearchSubject } from './saved-search.enums.js';

@ObjectType('SavedSearch', {
  description: 'A question that a person wants asked of every new listing.',
  implements: () => NodeType,
})
@Access('its owner only')
export class SavedSearchType extends NodeType {
  @Field({ description: 'What its owner calls it.' })
  name!: string;

  @Field(() => SavedSearchSubject, { description: 'What it waits for.' })
  subject!: SavedSearchSubject;

  @Field(() => SearchIndex, { description: 'Where the listings stand that it waits for.' })
  listingIndex!: string;

  @Field(() => String, { nullable: true, description: 'The words of a question.' })
  text!: string | null;

  @Field(() => AlertFrequency, { description: 'How often its owner is told.' })
  frequency!: AlertFrequency;

  @Field({ description: 'Whether it is stopped for a while.' })
  paused!: boolean;

  @Field({ description: 'IANA time zone of its owner.' })
  zone!: string;

  @Field(() => GraphQLISODateTime, { nullable: true, description: 'When its owner was last told.' })
  lastAlertAt!: Date | null;

  @Field(() => GraphQLISODateTime, { description: 'When it was saved.' })
  createdAt!: Date;
}

export const SavedSearchConnectionType = connectionType(SavedSearchType, 'SavedSearch');
