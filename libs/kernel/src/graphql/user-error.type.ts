import type { Type } from '@nestjs/common';
import { createUnionType, Field, InterfaceType, ObjectType } from '@nestjs/graphql';
import type { TextParams } from '../text/text-catalogue.js';

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

/**
 * An outcome that a correct client can still hit (need closed, credit code taken). It is part of a mutation's result,
 * not an exception. `message` is rendered in the reader's language by the API.
 */
@InterfaceType('UserError', { description: 'An expected outcome that the user has to know of.' })
export abstract class UserError {
  @Field({ description: 'Stable code for programs.' })
  readonly code!: string;

  readonly params!: TextParams;

  @Field(() => [String], { description: 'The input fields concerned, as paths.' })
  readonly fields!: string[];
}

/** Base of the outcome classes: `class NeedClosedError extends Outcome {…}` decorated with {@link OutcomeType}. */
export abstract class Outcome implements UserError {
  constructor(
    readonly code: string,
    readonly params: TextParams = {},
    readonly fields: string[] = [],
  ) {}
}

/**
 * Thrown inside a transaction to undo it and end in an outcome. `Result` is the union that the mutation returns:
 * `throw new Rollback<RespondToNeedResult>(new NeedNotOpenError())`. The runner of use cases in `@app/identity` catches
 * it.
 */
export class Rollback<Result extends object = never> extends Error {
  constructor(readonly outcome: Outcome & NoInfer<Result>) {
    super(outcome.code);
  }
}

/** Declares an outcome as a GraphQL object that implements UserError. */
export function OutcomeType(name: string, description: string): ClassDecorator {
  return ObjectType(name, { description, implements: () => UserError }) as ClassDecorator;
}
