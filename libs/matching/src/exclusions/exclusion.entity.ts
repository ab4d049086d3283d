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

/** A supplier that a buyer does not want to see for a need, or a need that a supplier does not want to see, until undone. */
@Entity('hidden_match')
@Unique(['organizationId', 'needId', 'supplierId'])
@Index('hidden_match_organization_id_id_idx', ['organizationId', 'id'])
@Index('hidden_match_need_id_idx', ['needId'])
@Index('hidden_match_supplier_id_idx', ['supplierId'])
export class HiddenMatch {
  @PrimaryColumn('uuid')
  id!: string;

  /** Who hides: the need's buyer, or the supplier. */
  @ForeignKey('Organization', { onDelete: 'CASCADE' })
  @Column('uuid')
  organizationId!: string;

  @ForeignKey('ProcurementNeed', { onDelete: 'CASCADE' })
  @Column('uuid')
  needId!: string;

  @ForeignKey('Organization', { onDelete: 'CASCADE' })
  @Column('uuid')
  supplierId!: string;

  /** The person who did it; null once that person has gone. */
  @Column('uuid', { nullable: true })
  hiddenById!: string | null;

  @Column('timestamptz')
  hiddenAt!: Date;
}

/** A need, a supplier, and which of the two sides is asked about. */
export type HiddenPair = Pick<HiddenMatch, 'organizationId' | 'needId' | 'supplierId'>;
