import { encodeGlobalId, resultUnion } from '@app/kernel';
import { Field, ID, InputType, ObjectType, registerEnumType } from '@nestjs/graphql';
import { IsEnum } from 'class-validator';
import { NodeType } from '../viewer/nodes.js';
import { Access } from '../viewer/access.js';
import { MemberRole } from '../viewer/viewer.js';
import { LastOwnerError } from './members.texts.js';

registerEnumType(MemberRole, {
  name: 'MemberRole',
  description: 'What a member may do for an organization.',
  valuesMap: {
    OWNER: { description: 'Manages the organization and its members, and writes.' },
    EDITOR: { description: 'Writes for the organization.' },
    VIEWER: { description: 'Reads what only members see.' },
  },
});

@ObjectType('OrganizationMember', {
  description: 'A person’s place in an organization.',
  implements: () => NodeType,
})
@Access('members of the organization and staff; each person their own')
export class OrganizationMemberType implements NodeType {
  readonly id!: string;

  readonly organizationId!: string;

  readonly userId!: string;

  @Field(() => MemberRole, { description: 'What the person may do for the organization.' })
  role!: MemberRole;

  @Field({ description: 'Since when the person belongs to the organization.' })
  joinedAt!: Date;
}

@ObjectType({ description: 'The person belongs to the organization.' })
@Access('the person who joined')
export class MemberJoinedPayload {
  @Field(() => OrganizationMemberType, { description: 'The new member.' })
  readonly member: OrganizationMemberType;

  constructor(member: OrganizationMemberType) {
    this.member = member;
  }
}

@ObjectType({ description: 'The member has the role.' })
@Access('owners of the organization and staff')
export class MemberRoleChangedPayload {
  @Field(() => OrganizationMemberType, { description: 'The member with the present role.' })
  readonly member: OrganizationMemberType;

  constructor(member: OrganizationMemberType) {
    this.member = member;
  }
}

@ObjectType({ description: 'The person no longer belongs to the organization.' })
@Access('owners of the organization, staff, and the person who left')
export class MemberRemovedPayload {
  @Field(() => ID, { description: 'The member that is no more.' })
  readonly removedMemberId: string;

  constructor(memberId: string) {
    this.removedMemberId = encodeGlobalId('OrganizationMember', memberId);
  }
}

export const ChangeMemberRoleResult = resultUnion('ChangeMemberRoleResult', [
  MemberRoleChangedPayload,
  LastOwnerError,
] as const);
export type ChangeMemberRoleResult = typeof ChangeMemberRoleResult;

export const RemoveMemberResult = resultUnion('RemoveMemberResult', [
  MemberRemovedPayload,
  LastOwnerError,
] as const);
export type RemoveMemberResult = typeof RemoveMemberResult;

export const LeaveOrganizationResult = resultUnion('LeaveOrganizationResult', [
  MemberRemovedPayload,
  LastOwnerError,
] as const);
export type LeaveOrganizationResult = typeof LeaveOrganizationResult;

@InputType({ description: 'Gives a member another role.' })
export class ChangeMemberRoleInput {
  @Field(() => ID, { description: 'The organization whose owner the viewer is.' })
  actingOrganizationId!: string;

  @Field(() => ID, { description: 'The member.' })
  memberId!: string;

  @Field(() => MemberRole, { description: 'The new role.' })
  @IsEnum(MemberRole)
  role!: MemberRole;
}

@InputType({ description: 'Removes a member.' })
export class RemoveMemberInput {
  @Field(() => ID, { description: 'The organization whose owner the viewer is.' })
  actingOrganizationId!: string;

  @Field(() => ID, { description: 'The member.' })
  memberId!: string;
}

@InputType({ description: 'Leaves an organization.' })
export class LeaveOrganizationInput {
  @Field(() => ID, { description: 'The organization.' })
  organizationId!: string;
}
