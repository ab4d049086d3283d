import { Column, Entity, PrimaryColumn } from 'typeorm';

/** Somebody who got a link without an account wants none any more, from anybody. */
@Entity('contact_objection')
export class ContactObjection {
  /** Slow hash of the number or address. */
  @PrimaryColumn('text')
  contactHash!: string;

  @Column('timestamptz')
  objectedAt!: Date;
}
