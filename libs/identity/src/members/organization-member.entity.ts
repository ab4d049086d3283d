import { Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';
import { User } from '../users/user.entity.js';
import type { MemberRole } from '../viewer/viewer.js';

/** A person's place in an organization. */
@Entity('organization_member')
@Unique(['organizationId', 'userId'])
export class OrganizationMember {
  @PrimaryColumn('uuid')
  id!: string;

  @ForeignKey('Organization', { onDelete: 'CASCADE' })
  @Column('uuid')
  organizationId!: string;

  @Index()
  @ForeignKey(() => User, { onDelete: 'CASCADE' })
  @Column('uuid')
  userId!: string;

  @Column('text')
  role!: MemberRole;

  @Column('timestamptz')
  joinedAt!: Date;
}
