import { Field, ID, InputType } from '@nestjs/graphql';
import { IsEnum } from 'class-validator';
import { MemberRole } from '../../viewer/viewer.js';

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
