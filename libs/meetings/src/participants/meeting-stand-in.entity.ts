import { newId } from '@app/kernel';
import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';

/** A representative who took the seat of a colleague in a meeting; what is written here stays as it was. */
@Entity('meeting_stand_in')
@Index('meeting_stand_in_meeting_id_idx', ['meetingId'])
@Index('meeting_stand_in_left_representative_id_idx', ['leftRepresentativeId'])
@Index('meeting_stand_in_representative_id_idx', ['representativeId'])
export class MeetingStandIn {
  @PrimaryColumn('uuid')
  id!: string;

  @ForeignKey('Meeting', { onDelete: 'CASCADE' })
  @Column('uuid')
  meetingId!: string;

  /** BUYER or SUPPLIER. */
  @Column('text')
  role!: string;

  /** Who sat there before. */
  @ForeignKey('EventRepresentative', { onDelete: 'CASCADE' })
  @Column('uuid')
  leftRepresentativeId!: string;

  /** Who sits there from then on. */
  @ForeignKey('EventRepresentative', { onDelete: 'CASCADE' })
  @Column('uuid')
  representativeId!: string;

  @Column('timestamptz')
  namedAt!: Date;

  static create(
    meetingId: string,
    role: string,
    leftRepresentativeId: string,
    representativeId: string,
    namedAt: Date,
  ): MeetingStandIn {
    const ids = { id: newId(), meetingId, leftRepresentativeId, representativeId };
    return Object.assign(new MeetingStandIn(), { ...ids, role, namedAt });
  }
}
