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

interface ConvertedColumn {
  readonly property: string;
  readonly convert: (value: unknown) => unknown;
}

/**
 * Reads rows of one table as its entities. TypeORM's own reader copes with joins, inheritance and embedded objects and
 * pays for it with every value; an entity without those, as all of ours are, is a row under the names of its
 * properties.
 */
export class EntityRows<T extends ObjectLiteral> {
  private static readonly known = new WeakMap<EntityMetadata, EntityRows<ObjectLiteral>>();
  private readonly selections = new Map<string, string>();
  private readonly converted: readonly ConvertedColumn[];

  private constructor(
    private readonly metadata: EntityMetadata,
    { manager }: Repository<T>,
  ) {
    const { driver } = manager.connection;
    this.converted = this.columns
      .filter((column) => column.transformer || !READY.has(column.type))
      .map((column) => ({
        property: column.propertyName,
        convert: (value: unknown): unknown => driver.prepareHydratedValue(value, column),
      }));
  }

  /** The reader of a table; throws for an entity that is more than the columns of one table. */
  static of<T extends ObjectLiteral>(repository: Repository<T>): EntityRows<T> {
    const { metadata } = repository;
    let rows = EntityRows.known.get(metadata);
    if (!rows) {
      refuseMoreThanATable(metadata);
      EntityRows.known.set(metadata, (rows = new EntityRows<ObjectLiteral>(metadata, repository)));
    }
    return rows as EntityRows<T>;
  }

  /** What to select from the table under an alias, so that {@link adopt} can take the rows. */
  selection(alias: string): string {
    let selection = this.selections.get(alias);
    if (!selection) {
      selection = this.columns
        .map(({ databaseName, propertyName }) => `"${alias}"."${databaseName}" as "${propertyName}"`)
        .join(', ');
      this.selections.set(alias, selection);
    }
    return selection;
  }

  /** Makes a row the entity that it is. */
  adopt(row: ObjectLiteral): T {
    for (const { property, convert } of this.converted) row[property] = convert(row[property]);
    return Object.setPrototypeOf(row, this.metadata.inheritanceTree[0]?.prototype as object) as T;
  }

  /** The entities of these keys, in any order. */
  async byKeys(repository: Repository<T>, keys: readonly string[]): Promise<T[]> {
    const key = this.metadata.primaryColumns[0]?.databaseName;
    const sql = `select ${this.selection('t')} from "${this.metadata.tableName}" t where t."${key}" = any($1)`;
    return ((await repository.manager.query(sql, [keys])) as ObjectLiteral[]).map((row) => this.adopt(row));
  }

  private get columns(): EntityMetadata['columns'] {
    return this.metadata.columns.filter((column) => column.isSelect && !column.isVirtualProperty);
  }
}

/** Entities by key in one statement, in any order: what every loader of a request asks for. */
export function findByKeys<T extends ObjectLiteral>(
  repository: Repository<T>,
  keys: readonly string[],
): Promise<T[]> {
  return EntityRows.of(repository).byKeys(repository, keys);
}

function refuseMoreThanATable(metadata: EntityMetadata): void {
  const more =
    metadata.primaryColumns.length !== 1 ||
    metadata.discriminatorColumn !== undefined ||
    metadata.embeddeds.length > 0 ||
    metadata.eagerRelations.length > 0 ||
    metadata.afterLoadListeners.length > 0;
  if (more) throw new Error(`${metadata.name} is more than the columns of one table with one key`);
}
