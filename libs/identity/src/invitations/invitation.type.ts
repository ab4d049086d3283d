import { connectionType, resultUnion } from '@app/kernel';
import { Field, ObjectType, registerEnumType } from '@nestjs/graphql';
import { TooManyAttemptsError } from '../attempts/attempts.errors.js';
import { MemberJoinedPayload } from '../members/organization-member.type.js';
import { NodeType } from '../nodes/node.type.js';
import { Access } from '../viewer/access.js';
import { MemberRole } from '../viewer/viewer.js';
import { InvitationState } from './invitation.entity.js';
import { AlreadyInvitedError, AlreadyMemberError, InvitationClosedError } from './invitations.errors.js';

registerEnumType(InvitationState, {
  name: 'InvitationState',
  description: 'Where an invitation stands.',
  valuesMap: {
    PENDING: { description: 'Can be answered.' },
    ACCEPTED: { description: 'The invited person has joined.' },
    DECLINED: { description: 'The invited person did not want to join.' },
    REVOKED: { description: 'The organization took it back.' },
    EXPIRED: { description: 'Nobody answered in time.' },
  },
});

@ObjectType('Invitation', {
  description: 'An organization asks the holder of a number or address to join it.',
  implements: () => NodeType,
})
@Access('owners of the organization, staff, the invited person, and whoever holds its link')
export class InvitationType implements NodeType {
  readonly id!: string;

  readonly organizationId!: string;

  readonly invitedById!: string | null;

  @Field(() => MemberRole, { description: 'The role that the invited person would have.' })
  role!: MemberRole;

  @Field({ description: 'When it was made.' })
  createdAt!: Date;

  @Field({ description: 'Until when it can be answered.' })
  expiresAt!: Date;

  @Field(() => Date, { nullable: true, description: 'When it was answered or taken back.' })
  answeredAt!: Date | null;
}

export const InvitationConnection = connectionType(InvitationType, 'Invitation');

@ObjectType({ description: 'The invitation as it now is.' })
@Access('owners of the organization, staff, and the invited person')
export class InvitationPayload {
  @Field(() => InvitationType, { description: 'The invitation.' })
  readonly invitation: InvitationType;

  constructor(invitation: InvitationType) {
    this.invitation = invitation;
  }
}

export const InviteMemberResult = resultUnion('InviteMemberResult', [
  InvitationPayload,
  AlreadyInvitedError,
  AlreadyMemberError,
  TooManyAttemptsError,
] as const);
export type InviteMemberResult = typeof InviteMemberResult;

export const ResendInvitationResult = resultUnion('ResendInvitationResult', [
  InvitationPayload,
  InvitationClosedError,
  TooManyAttemptsError,
] as const);
export type ResendInvitationResult = typeof ResendInvitationResult;

export const RevokeInvitationResult = resultUnion('RevokeInvitationResult', [
  InvitationPayload,
  InvitationClosedError,
] as const);
export type RevokeInvitationResult = typeof RevokeInvitationResult;

export const AcceptInvitationResult = resultUnion('AcceptInvitationResult', [
  MemberJoinedPayload,
  InvitationClosedError,
  AlreadyMemberError,
] as const);
export type AcceptInvitationResult = typeof AcceptInvitationResult;

export const DeclineInvitationResult = resultUnion('DeclineInvitationResult', [
  InvitationPayload,
  InvitationClosedError,
] as const);
export type DeclineInvitationResult = typeof DeclineInvitationResult;
