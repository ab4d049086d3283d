import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';

/** An organization that the buyer asks to answer a need; it sees the need even when only the invited do. */
@Entity('need_invitation')
@Index('need_invitation_organization_id_idx', ['organizationId'])
export class NeedInvitation {
  @ForeignKey('ProcurementNeed', { onDelete: 'CASCADE' })
  @PrimaryColumn('uuid')
  needId!: string;

  @ForeignKey('Organization', { onDelete: 'CASCADE' })
  @PrimaryColumn('uuid')
  organizationId!: string;

  @Column('timestamptz')
  invitedAt!: Date;
}
