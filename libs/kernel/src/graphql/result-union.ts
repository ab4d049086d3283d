import type { Type } from '@nestjs/common';
import { createUnionType } from '@nestjs/graphql';

/**
 * Declares the result of a mutation: its payload, or one of the outcomes that a correct client can still hit. Values
 * are told apart by their class, so a service returns instances.
 */
export function resultUnion<T extends readonly Type<object>[]>(
  name: string,
  members: T,
): InstanceType<T[number]> {
  return createUnionType({
    name,
    description: `What ${name.replace(/Result$/, '')} leads to: the payload or an expected error.`,
    types: () => members,
    resolveType: (value: object) => members.find((member) => value instanceof member),
  }) as InstanceType<T[number]>;
}
