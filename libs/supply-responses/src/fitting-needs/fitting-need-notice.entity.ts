import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';

/** That an organization was told of a need that fits what it offers: once, for ever. */
@Entity('fitting_need_notice')
@Index('fitting_need_notice_organization_id_told_at_idx', ['organizationId', 'toldAt'])
@Index('fitting_need_notice_undigested', { synchronize: false })
export class FittingNeedNotice {
  @ForeignKey('ProcurementNeed', { onDelete: 'CASCADE' })
  @PrimaryColumn('uuid')
  needId!: string;

  /** The supplier. */
  @ForeignKey('Organization', { onDelete: 'CASCADE' })
  @PrimaryColumn('uuid')
  organizationId!: string;

  @Column('timestamptz')
  toldAt!: Date;

  /** When a digest named it, or left it out because it was over by then; null while the digest is due. */
  @Column('timestamptz', { nullable: true })
  digestedAt!: Date | null;
}
