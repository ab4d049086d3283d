import { Field, ID, InputType } from '@nestjs/graphql';
import { IsEnum, IsOptional, Length } from 'class-validator';
import { MemberRole } from '../../viewer/viewer.js';

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
