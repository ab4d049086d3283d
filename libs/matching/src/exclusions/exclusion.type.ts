import { Access } from '@app/identity';
import { connectionType } from '@app/kernel';
import { Field, GraphQLISODateTime, ObjectType } from '@nestjs/graphql';

const OWN = 'members of the organization that hid or blocked; nobody else learns of it';

/** A match that one side does not want to see. Need and supplier are fields that need loading. */
@ObjectType('HiddenMatch', { description: 'A match that one side has hidden from its own lists.' })
@Access(OWN)
export class HiddenMatchType {
  @Field(() => GraphQLISODateTime, { description: 'Since when.' })
  hiddenAt!: Date;
}

/** An organization that another has blocked. */
@ObjectType('BlockedOrganization', {
  description: 'An organization with which another does not want to be matched.',
})
@Access(OWN)
export class BlockedOrganizationType {
  @Field(() => GraphQLISODateTime, { description: 'Since when.' })
  blockedAt!: Date;
}

export const HiddenMatchConnectionType = connectionType(HiddenMatchType, 'HiddenMatch');
export const BlockedOrganizationConnectionType = connectionType(
  BlockedOrganizationType,
  'BlockedOrganization',
);
