import { Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import { User } from '../users/user.entity.js';

/** A person who moderates and administers the platform; granted at the command line only. */
@Entity('platform_staff')
export class PlatformStaff {
  @ForeignKey(() => User, { onDelete: 'CASCADE' })
  @PrimaryColumn('uuid')
  userId!: string;

  @Column('timestamptz')
  grantedAt!: Date;
}
