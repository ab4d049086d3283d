import { Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';
import type { Identifier, IdentifierKind } from '../identifiers/identifier.js';
import { User } from './user.entity.js';

/** A mobile number or e-mail address that a person has proved to hold; nobody else can hold it. */
@Entity('user_identifier')
@Unique(['kind', 'value'])
export class UserIdentifier implements Identifier {
  @PrimaryColumn('uuid')
  id!: string;

  @Index()
  @ForeignKey(() => User, { onDelete: 'CASCADE' })
  @Column('uuid')
  userId!: string;

  @Column('text')
  kind!: IdentifierKind;

  @Column('text')
  value!: string;

  @Column('timestamptz')
  verifiedAt!: Date;
}
