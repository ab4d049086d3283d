import { Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import { User } from '../users/user.entity.js';

/** An account whose person has gone: its id stays, so that logs and decisions still fit together, and nothing else. */
@Entity('erased_account')
export class ErasedAccount {
  @ForeignKey(() => User)
  @PrimaryColumn('uuid')
  userId!: string;

  @Column('timestamptz')
  erasedAt!: Date;
}
