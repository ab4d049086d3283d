import type { Type } from '@nestjs/common';
import { ArgsType, Field, Int, ObjectType } from '@nestjs/graphql';
import { IsInt, IsOptional, IsString, Max, Min } from 'class-validator';

/** The largest page of any list. */
export const MAX_PAGE = 100;

/** Totals are counted up to this number and no further. */
export const MAX_TOTAL = 10_000;

@ObjectType('PageInfo', { description: 'Where a page stands in its list.' })
export class PageInfoType {
  @Field({ description: 'Whether more items follow.' })
  hasNextPage!: boolean;

  @Field(() => String, { nullable: true, description: 'Cursor of the last item, for `after`.' })
  endCursor!: string | null;
}

/** Arguments of every Relay list. */
@ArgsType()
export class PageArgs {
  @Field(() => Int, { defaultValue: 20, description: `How many items, at most ${MAX_PAGE}.` })
  @IsInt()
  @Min(1)
  @Max(MAX_PAGE)
  first!: number;

  @Field(() => String, { nullable: true, description: 'Items after this cursor.' })
  @IsOptional()
  @IsString()
  after?: string | null;
}

/** A page of a list: edges with cursors, and a total that is counted only when a client asks for it. */
export interface Connection<T> {
  edges: { node: T; cursor: string }[];
  pageInfo: PageInfoType;
  /** A getter: the list is counted only when a client asks for the field. */
  readonly totalCount: Promise<number>;
}

/** Declares the GraphQL connection and edge of a node type: `ProcurementNeedConnection`, `ProcurementNeedEdge`. */
export function connectionType<T extends object>(node: Type<T>, name: string): Type<Connection<T>> {
  @ObjectType(`${name}Edge`, { description: `A ${name} with its place in a list.` })
  class Edge {
    @Field(() => node, { description: 'The item.' })
    node!: T;

    @Field({ description: 'The item’s place in the list, for `after`.' })
    cursor!: string;
  }

  @ObjectType(`${name}Connection`, { description: `A page of a list of ${name}.` })
  class ConnectionOfNode {
    @Field(() => [Edge], { description: 'The items of the page.' })
    edges!: Edge[];

    @Field(() => PageInfoType, { description: 'Where the page stands.' })
    pageInfo!: PageInfoType;

    @Field(() => Int, { description: `How many items the whole list has, counted up to ${MAX_TOTAL}.` })
    readonly totalCount!: Promise<number>;
  }
  return ConnectionOfNode;
}
