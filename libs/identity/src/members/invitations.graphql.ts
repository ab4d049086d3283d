import { connectionType, resultUnion } from '@app/kernel';
import { Field, ID, InputType, ObjectType, registerEnumType } from '@nestjs/graphql';
import { IsEnum, IsOptional, Length } from 'class-validator';
import { NodeType } from '../viewer/nodes.js';
import { TooManyAttemptsError } from '../security/attempts.texts.js';
import { Access } from '../viewer/access.js';
import { MemberRole } from '../viewer/viewer.js';
import { InvitationState } from './invitation.entity.js';
import { MemberJoinedPayload } from './members.graphql.js';
import { AlreadyInvitedError, AlreadyMemberError, InvitationClosedError } from './members.texts.js';

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

@InputType({ description: 'Invites somebody into an organization.' })
export class InviteMemberInput {
  @Field(() => ID, { description: 'The organization whose owner the viewer is.' })
  actingOrganizationId!: string;

  @Field({
    description:
      'Mobile number (of the Chinese mainland unless it begins with +) or e-mail address of the invited.',
  })
  @Length(1, 320)
  identifier!: string;

  @Field(() => MemberRole, { description: 'The role that the invited person will have.' })
  @IsEnum(MemberRole)
  role!: MemberRole;

  @Field(() => String, {
    nullable: true,
    description: 'Makes a retry safe: under the same id nothing is made twice.',
  })
  @IsOptional()
  @Length(1, 100)
  clientMutationId?: string | null;
}

@InputType({ isAbstract: true })
abstract class SentInvitationInput {
  @Field(() => ID, { description: 'The invitation.' })
  invitationId!: string;
}

@InputType({ description: 'Sends an unanswered invitation once more.' })
export class ResendInvitationInput extends SentInvitationInput {}

@InputType({ description: 'Takes an open invitation back.' })
export class RevokeInvitationInput extends SentInvitationInput {}

/** Names an invitation by exactly one of the two. */
@InputType({ isAbstract: true })
export abstract class AnswerInvitationInput {
  @Field(() => String, {
    nullable: true,
    description: 'Token of the link that was sent; or give `invitationId`.',
  })
  @IsOptional()
  @Length(1, 100)
  token?: string | null;

  @Field(() => ID, { nullable: true, description: 'An invitation of `myInvitations`; or give `token`.' })
  @IsOptional()
  @Length(1, 200)
  invitationId?: string | null;
}

@InputType({ description: 'Joins the organization that invites.' })
export class AcceptInvitationInput extends AnswerInvitationInput {}

@InputType({ description: 'Declines an invitation.' })
export class DeclineInvitationInput extends AnswerInvitationInput {}
