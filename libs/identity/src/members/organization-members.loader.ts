import { BatchListLoader } from '@app/kernel';
import { Injectable } from '@nestjs/common';
import type { OrganizationMember } from './organization-member.entity.js';
import { OrganizationMembersRepository } from './organization-members.repository.js';

/** The members of organizations by organization id, many in one statement. Ask {@link maySeeMembers} first. */
@Injectable()
export class OrganizationMembersLoader extends BatchListLoader<OrganizationMember> {
  constructor(private readonly members: OrganizationMembersRepository) {
    super();
  }

  protected fetch(organizationIds: readonly string[]): Promise<OrganizationMember[]> {
    return this.members.ofOrganizations(organizationIds);
  }

  protected keyOf(member: OrganizationMember): string {
    return member.organizationId;
  }
}

/** The places of persons in organizations by user id, many in one statement. */
@Injectable()
export class UserMembershipsLoader extends BatchListLoader<OrganizationMember> {
  constructor(private readonly members: OrganizationMembersRepository) {
    super();
  }

  protected fetch(userIds: readonly string[]): Promise<OrganizationMember[]> {
    return this.members.ofUsers(userIds);
  }

  protected keyOf(member: OrganizationMember): string {
    return member.userId;
  }
}
