import { Check, Column, Entity, Exclusion, ForeignKey, PrimaryColumn, Unique } from 'typeorm';

/** A span of an event in which one meeting fits. Slots of an event do not overlap. */
@Entity('meeting_slot')
@Check('meeting_slot_in_order', '"starts_at" < "ends_at"')
@Exclusion('meeting_slot_apart', 'USING gist (event_id WITH =, tstzrange(starts_at, ends_at) WITH &&)')
export class MeetingSlot {
  @PrimaryColumn('uuid')
  id!: string;

  @ForeignKey('MatchmakingEvent', { onDelete: 'CASCADE' })
  @Column('uuid')
  eventId!: string;

  @Column('timestamptz')
  startsAt!: Date;

  @Column('timestamptz')
  endsAt!: Date;
}

/** A table or booth for meetings. */
@Entity('meeting_table')
@Unique('meeting_table_event_id_label_key', ['eventId', 'label'])
export class MeetingTable {
  @PrimaryColumn('uuid')
  id!: string;

  @ForeignKey('MatchmakingEvent', { onDelete: 'CASCADE' })
  @Column('uuid')
  eventId!: string;

  @Column('text')
  label!: string;
}
