import { Access } from '@app/identity';
import { encodeGlobalId } from '@app/kernel';
import { Field, ID, ObjectType } from '@nestjs/graphql';
import { HiddenMatchType, BlockedOrganizationType } from './exclusion.type.js';
import type { BlockedOrganization } from './blocked-organization.entity.js';
import type { HiddenMatch } from './hidden-match.entity.js';

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
