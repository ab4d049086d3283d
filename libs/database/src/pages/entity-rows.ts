import type { EntityMetadata, ObjectLiteral, Repository } from 'typeorm';

/** Column types whose values the driver gives as the entity wants them, so that nothing has to be converted. */
const READY = new Set<unknown>([
  'uuid',
  'text',
  'int',
  'integer',
  'bigint',
  'boolean',
  'numeric',
  'jsonb',
  'timestamptz',
]);

interface PlannedColumn {
  readonly name: string;
  readonly property: string;
  readonly convert: ((value: unknown) => unknown) | undefined;
}

/**
 * Reads rows of one table into its entities. TypeORM's own reader copes with joins, inheritance and embedded objects
 * and pays for it with every row; an entity without those, as all of ours are, is read here from a plan made once.
 */
export class EntityRows<T extends ObjectLiteral> {
  private static readonly plans = new WeakMap<EntityMetadata, EntityRows<ObjectLiteral>>();
  private readonly selectByKeys: string;

  private constructor(
    private readonly metadata: EntityMetadata,
    private readonly columns: readonly PlannedColumn[],
  ) {
    const [key] = metadata.primaryColumns;
    const names = columns.map(({ name }) => `"${name}"`).join(', ');
    this.selectByKeys = `select ${names} from "${metadata.tableName}" where "${key?.databaseName}" = any($1)`;
  }

  /** The reader of a table; throws for an entity that is more than the columns of one table. */
  static of<T extends ObjectLiteral>(repository: Repository<T>): EntityRows<T> {
    const { metadata } = repository;
    let rows = EntityRows.plans.get(metadata);
    if (!rows) EntityRows.plans.set(metadata, (rows = new EntityRows(metadata, plan(repository))));
    return rows as EntityRows<T>;
  }

  /** The entities of these keys, in any order. */
  async byKeys(repository: Repository<T>, keys: readonly string[]): Promise<T[]> {
    const rows = (await repository.manager.query(this.selectByKeys, [keys])) as ObjectLiteral[];
    return rows.map((row) => this.read(row, ''));
  }

  /** The entity of a row whose columns are named with a prefix: `need_title`. */
  read(row: ObjectLiteral, prefix: string): T {
    const entity = this.metadata.create() as ObjectLiteral;
    for (const { name, property, convert } of this.columns) {
      const value: unknown = row[prefix + name];
      entity[property] = convert ? convert(value) : value;
    }
    return entity as T;
  }
}

/** Entities by key in one statement, in any order: what every loader of a request asks for. */
export function findByKeys<T extends ObjectLiteral>(
  repository: Repository<T>,
  keys: readonly string[],
): Promise<T[]> {
  return EntityRows.of(repository).byKeys(repository, keys);
}

function plan<T extends ObjectLiteral>({ metadata, manager }: Repository<T>): PlannedColumn[] {
  const { driver } = manager.connection;
  const odd =
    metadata.primaryColumns.length !== 1 ||
    metadata.discriminatorColumn !== undefined ||
    metadata.embeddeds.length > 0 ||
    metadata.eagerRelations.length > 0 ||
    metadata.afterLoadListeners.length > 0;
  if (odd) throw new Error(`${metadata.name} is more than the columns of one table with one key`);
  return metadata.columns
    .filter((column) => column.isSelect && !column.isVirtualProperty)
    .map((column) => ({
      name: column.databaseName,
      property: column.propertyName,
      convert:
        READY.has(column.type) && !column.transformer
          ? undefined
          : (value: unknown): unknown => driver.prepareHydratedValue(value, column),
    }));
}
