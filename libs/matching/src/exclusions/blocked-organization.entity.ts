import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';

/** An organization with which another does not want to be matched, in neither direction, until undone. */
@Entity('blocked_organization')
@Unique(['organizationId', 'blockedId'])
@Check('blocked_organization_not_itself', '"organization_id" <> "blocked_id"')
@Index('blocked_organization_organization_id_id_idx', ['organizationId', 'id'])
@Index('blocked_organization_blocked_id_idx', ['blockedId'])
export class BlockedOrganization {
  @PrimaryColumn('uuid')
  id!: string;

  /** Who blocks. */
  @ForeignKey('Organization', { onDelete: 'CASCADE' })
  @Column('uuid')
  organizationId!: string;

  @ForeignKey('Organization', { onDelete: 'CASCADE' })
  @Column('uuid')
  blockedId!: string;

  /** The person who did it; null once that person has gone. */
  @Column('uuid', { nullable: true })
  blockedById!: string | null;

  @Column('timestamptz')
  blockedAt!: Date;
}
