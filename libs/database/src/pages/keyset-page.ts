import { BadInputError, type Connection, MAX_PAGE, MAX_TOTAL } from '@app/kernel';
import type { ObjectLiteral, SelectQueryBuilder } from 'typeorm';
import { valueUnreadable } from '../transactions.js';
import { EntityRows } from './entity-rows.js';

/** One column of a list's order: the entity property it reads and which way it runs. The last one must be unique. */
export interface OrderColumn {
  readonly property: string;
  readonly direction: 'ASC' | 'DESC';
}

interface PageWish {
  readonly first: number;
  readonly after?: string | null;
}

type CursorValue = string | number | boolean | null;

function encodeCursor(values: readonly CursorValue[]): string {
  return Buffer.from(JSON.stringify(values), 'utf8').toString('base64url');
}

function decodeCursor(cursor: string, length: number): CursorValue[] {
  try {
    const values: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'));
    const plain = (v: unknown) => v === null || ['string', 'number', 'boolean'].includes(typeof v);
    if (Array.isArray(values) && values.length === length && values.every(plain))
      return values as CursorValue[];
  } catch {
    // Falls through to the refusal below.
  }
  throw invalidCursor();
}

function invalidCursor(): BadInputError {
  return new BadInputError('INVALID_CURSOR', {}, ['after']);
}

function cursorValue(item: ObjectLiteral, property: string): CursorValue {
  const value: unknown = item[property];
  return value instanceof Date ? value.toISOString() : (value as CursorValue);
}

/**
 * A page of a list by keyset: rows after the cursor's values in the list's order, never by offset, so that a page
 * stays right while others insert. All order columns must be non-null.
 */
export async function keysetPage<T extends ObjectLiteral>(
  list: SelectQueryBuilder<T>,
  order: readonly OrderColumn[],
  wish: PageWish,
): Promise<Connection<T>> {
  const first = Math.floor(wish.first);
  if (!(first >= 1 && first <= MAX_PAGE))
    throw new BadInputError('PAGE_TOO_LARGE', { max: MAX_PAGE }, ['first']);
  const page = list.clone();
  if (wish.after) afterCursor(page, order, decodeCursor(wish.after, order.length));
  for (const { property, direction } of order) page.addOrderBy(`${list.alias}.${property}`, direction);
  const items = await readAll(page.limit(first + 1)).catch((error: unknown) => {
    // The values of a forged cursor need not be of the types of the columns.
    if (wish.after && valueUnreadable(error)) throw invalidCursor();
    throw error;
  });
  const edges = items.slice(0, first).map((node) => new KeysetEdge(node, order));
  return {
    edges,
    pageInfo: { hasNextPage: items.length > first, endCursor: edges.at(-1)?.cursor ?? null },
    get totalCount() {
      return cappedCount(list);
    },
  };
}

/** An item with its place, which is only worked out when somebody asks for it. */
class KeysetEdge<T extends ObjectLiteral> {
  constructor(
    readonly node: T,
    private readonly order: readonly OrderColumn[],
  ) {}

  get cursor(): string {
    return encodeCursor(this.order.map(({ property }) => cursorValue(this.node, property)));
  }
}

async function readAll<T extends ObjectLiteral>(page: SelectQueryBuilder<T>): Promise<T[]> {
  const rows = EntityRows.of(page.connection.getRepository<T>(page.expressionMap.mainAlias!.target));
  const found = await page.select(rows.selection(page.alias)).getRawMany<ObjectLiteral>();
  return found.map((row) => rows.adopt(row));
}

/**
 * Keeps the rows after a cursor. Where all columns run one way it is a comparison of rows, which an index of the same
 * order answers from the right place; alternatives of columns would make the server read all that went before.
 */
function afterCursor<T extends ObjectLiteral>(
  page: SelectQueryBuilder<T>,
  order: readonly OrderColumn[],
  values: CursorValue[],
): void {
  const parameters = Object.fromEntries(values.map((value, i) => [`after${i}`, value]));
  const oneWay = order.every(({ direction }) => direction === order[0]?.direction);
  page.andWhere(oneWay ? rowComparison(page.alias, order) : alternatives(page.alias, order), parameters);
}

function sign({ direction }: OrderColumn): string {
  return direction === 'ASC' ? '>' : '<';
}

function rowComparison(alias: string, order: readonly OrderColumn[]): string {
  const columns = order.map(({ property }) => `${alias}.${property}`).join(', ');
  const ends = order.map((_, i) => `:after${i}`).join(', ');
  return `(${columns}) ${order.map(sign)[0] ?? '>'} (${ends})`;
}

function alternatives(alias: string, order: readonly OrderColumn[]): string {
  const each = order.map((column, i) => {
    const equal = order.slice(0, i).map((o, k) => `${alias}.${o.property} = :after${k}`);
    return `(${[...equal, `${alias}.${column.property} ${sign(column)} :after${i}`].join(' and ')})`;
  });
  return `(${each.join(' or ')})`;
}

async function cappedCount<T extends ObjectLiteral>(list: SelectQueryBuilder<T>): Promise<number> {
  const [sql, values] = list.clone().select('1').orderBy().limit(MAX_TOTAL).getQueryAndParameters();
  const rows = (await list.connection.query(
    `select count(*)::int as total from (${sql}) counted`,
    values,
  )) as { total: number }[];
  return rows[0]?.total ?? 0;
}

/**
 * A text as it stands in a `like` pattern for itself: what the pattern would read as wildcards or escapes is escaped.
 * Add `%` on the sides that are open.
 */
export function escapeLike(text: string): string {
  return text.replace(/[\\%_]/g, '\\$&');
}

/** The `like` pattern of every text that contains this one. */
export function containsPattern(text: string): string {
  return `%${escapeLike(text)}%`;
}
