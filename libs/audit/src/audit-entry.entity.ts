import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** One privileged action that was done, as a link of the audit log's hash chain. Written once, never changed. */
@Entity('audit_entry')
export class AuditEntry {
  @PrimaryColumn('uuid')
  id!: string;

  /** Place in the chain: 1, 2, 3 … without a gap. */
  @Index({ unique: true })
  @Column('bigint', { transformer: { to: (value: number) => value, from: (value: string) => Number(value) } })
  position!: number;

  @Column('timestamptz')
  at!: Date;

  /** Who did it; null for the operator at the command line. */
  @Index()
  @Column('uuid', { nullable: true })
  actorId!: string | null;

  /** What was done: `MEMBER_ROLE_CHANGED`. */
  @Column('text')
  action!: string;

  /** To what kind of thing: `Organization`. */
  @Column('text')
  subjectType!: string;

  @Index()
  @Column('uuid')
  subjectId!: string;

  /** Further ids and codes by name; never texts of persons. */
  @Column('jsonb', { default: {} })
  ids!: Record<string, string>;

  /** Hash of the entry before, or 64 zeros for the first. */
  @Column('text')
  prevHash!: string;

  /** SHA-256 over this entry's content and {@link prevHash}, hexadecimal. */
  @Column('text')
  hash!: string;
}
