import { Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';

/** A need that is announced at an event, with a QR code that leads suppliers in the hall to it. */
@Entity('stage_need')
@Unique('stage_need_event_id_need_id_key', ['eventId', 'needId'])
@Index('stage_need_need_id_idx', ['needId'])
export class StageNeed {
  @PrimaryColumn('uuid')
  id!: string;

  @ForeignKey('MatchmakingEvent', { onDelete: 'CASCADE' })
  @Column('uuid')
  eventId!: string;

  @ForeignKey('ProcurementNeed', { onDelete: 'CASCADE' })
  @Column('uuid')
  needId!: string;

  @Column('timestamptz')
  announcedAt!: Date;

  /** Who announced it; null once erased. */
  @Column('uuid', { nullable: true })
  announcedBy!: string | null;
}
