import { applyDecorators, SetMetadata } from '@nestjs/common';
import { Extensions } from '@nestjs/graphql';

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
