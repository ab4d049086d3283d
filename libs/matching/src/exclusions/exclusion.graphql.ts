import { Access } from '@app/identity';
import { connectionType, encodeGlobalId, PageArgs } from '@app/kernel';
import { ArgsType, Field, GraphQLISODateTime, ID, InputType, ObjectType } from '@nestjs/graphql';
import type { BlockedOrganization, HiddenMatch } from './exclusion.entity.js';

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

@ObjectType('HiddenMatchPayload', { description: 'The match is hidden from the acting side’s lists.' })
@Access('the caller')
export class HiddenMatchPayload {
  @Field(() => HiddenMatchType, { description: 'What is hidden.' })
  readonly hiddenMatch: HiddenMatch;

  constructor(hidden: HiddenMatch) {
    this.hiddenMatch = hidden;
  }
}

@ObjectType('MatchShownPayload', { description: 'The match is shown again.' })
@Access('the caller')
export class MatchShownPayload {
  @Field(() => ID, { description: 'The need.' })
  readonly needId: string;

  @Field(() => ID, { description: 'The supplier.' })
  readonly supplierId: string;

  constructor({ needId, supplierId }: Pick<HiddenMatch, 'needId' | 'supplierId'>) {
    this.needId = encodeGlobalId('ProcurementNeed', needId);
    this.supplierId = encodeGlobalId('Organization', supplierId);
  }
}

@ObjectType('BlockedOrganizationPayload', { description: 'The two are not matched any more.' })
@Access('the caller')
export class BlockedOrganizationPayload {
  @Field(() => BlockedOrganizationType, { description: 'Who is blocked.' })
  readonly blockedOrganization: BlockedOrganization;

  constructor(blocked: BlockedOrganization) {
    this.blockedOrganization = blocked;
  }
}

@ObjectType('OrganizationUnblockedPayload', { description: 'The two are matched again.' })
@Access('the caller')
export class OrganizationUnblockedPayload {
  @Field(() => ID, { description: 'Who is not blocked any more.' })
  readonly organizationId: string;

  constructor(organizationId: string) {
    this.organizationId = encodeGlobalId('Organization', organizationId);
  }
}

@InputType({ description: 'A match that the acting side does not want to see.' })
export class HideMatchInput {
  @Field(() => ID, { description: 'The buyer or the supplier, for which the caller acts.' })
  actingOrganizationId!: string;

  @Field(() => ID, { description: 'The need.' })
  needId!: string;

  @Field(() => ID, { description: 'The supplier; where the supplier hides, itself.' })
  supplierId!: string;
}

@InputType({ description: 'A match that the acting side wants to see again.' })
export class ShowMatchAgainInput extends HideMatchInput {}

@InputType({ description: 'An organization that the acting one does not want to be matched with.' })
export class BlockOrganizationInput {
  @Field(() => ID, { description: 'The organization for which the caller acts.' })
  actingOrganizationId!: string;

  @Field(() => ID, { description: 'The organization to be blocked.' })
  organizationId!: string;
}

@InputType({ description: 'An organization that is not to be blocked any more.' })
export class UnblockOrganizationInput extends BlockOrganizationInput {}

/** Whose hidden matches or blocked organizations are listed. */
@ArgsType()
export class ExclusionsArgs extends PageArgs {
  @Field(() => ID, { description: 'The organization that the caller acts for.' })
  actingOrganizationId!: string;
}
