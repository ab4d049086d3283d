import { Column, DataSource, Entity, PrimaryColumn } from 'typeorm';
import { createTestDatabase } from '../../../../test/support/test-database.js';
import { SnakeCaseNaming } from '../data-source.js';

/** A thing with a column of every type that the platform's entities use. */
@Entity('test_lot')
export class TestLot {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('text', { nullable: true })
  lotName!: string | null;

  @Column('int', { default: 1 })
  rank!: number;

  @Column('boolean', { default: false })
  sealed!: boolean;

  @Column('numeric', { nullable: true })
  priceAmount!: string | null;

  @Column('date', { nullable: true })
  deliverBy!: string | null;

  @Column('timestamptz', { nullable: true })
  closesAt!: Date | null;

  @Column('text', { array: true, default: () => "'{}'" })
  marks!: string[];

  @Column('jsonb', { default: () => "'[]'" })
  parts!: { name: string }[];

  /** Never read with the rest. */
  @Column('text', { nullable: true, select: false })
  secret!: string | null;

  get shown(): string {
    return `${this.lotName} (${this.rank})`;
  }
}

/** A database with an empty table of lots. */
export async function withLots(): Promise<{ dataSource: DataSource; close(): Promise<void> }> {
  const database = await createTestDatabase();
  const dataSource = await new DataSource({
    type: 'postgres',
    url: database.url,
    entities: [TestLot],
    namingStrategy: new SnakeCaseNaming(),
    synchronize: false,
  }).initialize();
  await dataSource.query(`
    create table test_lot (id uuid primary key, lot_name text, rank int not null default 1, sealed boolean not null default false,
      price_amount numeric, deliver_by date, closes_at timestamptz, marks text[] not null default '{}',
      parts jsonb not null default '[]', secret text)`);
  return {
    dataSource,
    close: async () => {
      await dataSource.destroy();
      await database.drop();
    },
  };
}
