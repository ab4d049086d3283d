import { applyDecorators, createParamDecorator, type ExecutionContext, SetMetadata } from '@nestjs/common';
import { Extensions, GqlExecutionContext } from '@nestjs/graphql';
import type { Locale } from '../text/text-catalogue.js';

/** Parameter of a resolver: the reader's language. */
export const CurrentLocale = createParamDecorator(
  (_: unknown, execution: ExecutionContext) =>
    GqlExecutionContext.create(execution).getContext<{ locale: Locale }>().locale,
);

/** Who may come in at all, before a policy looks closer. */
export type Audience = 'EVERYONE' | 'SIGNED_IN' | 'STAFF';

export const AUDIENCE = 'audience';

/**
 * Says who may call an operation or see a type: the audience is enforced before the resolver runs, the rule (a
 * sentence) names what the policy decides. Both stand in the schema's extensions, from which the access matrix is
 * derived.
 */
export function Access(
  rule: string,
  audience: Audience = 'EVERYONE',
): MethodDecorator & ClassDecorator & PropertyDecorator {
  return applyDecorators(SetMetadata(AUDIENCE, audience), Extensions({ access: { rule, audience } }));
}
