import { Column, Entity, ForeignKey, PrimaryColumn, Unique } from 'typeorm';

/** The secret address under which a person's calendar program finds the person's events. Only its hash is kept. */
@Entity('calendar_feed')
@Unique('calendar_feed_token_hash_key', ['tokenHash'])
export class CalendarFeed {
  @ForeignKey('User', { onDelete: 'CASCADE' })
  @PrimaryColumn('uuid')
  userId!: string;

  @Column('text')
  tokenHash!: string;

  @Column('timestamptz')
  createdAt!: Date;
}
