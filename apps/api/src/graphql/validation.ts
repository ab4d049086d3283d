import { BadInputError } from '@app/kernel';
import { type ArgumentMetadata, ValidationPipe } from '@nestjs/common';
import type { ValidationError } from 'class-validator';

/** The paths of the invalid fields and what each violates: `lines.0.name (isNotEmpty)`. */
function violations(
  errors: readonly ValidationError[],
  path: readonly string[] = [],
): { field: string; rules: string }[] {
  return errors.flatMap((error) => {
    const here = [...path, error.property];
    const own = error.constraints
      ? [{ field: here.join('.'), rules: Object.keys(error.constraints).join(', ') }]
      : [];
    return [...own, ...violations(error.children ?? [], here)];
  });
}

/**
 * Looks at arguments alone. What a resolver is given beside them (its parent, the viewer, the loaders) is ours and comes
 * with every field: the general pipe would spend a fifth of a list's time on finding nothing to do there.
 */
class ArgumentValidation extends ValidationPipe {
  override transform(value: unknown, metadata: ArgumentMetadata): Promise<unknown> {
    return (metadata.type === 'custom' ? value : super.transform(value, metadata)) as Promise<unknown>;
  }
}

/** Checks every input against its class; a violation names its fields. */
export function inputValidation(): ValidationPipe {
  return new ArgumentValidation({
    transform: true,
    whitelist: false,
    exceptionFactory: (errors) => {
      const found = violations(errors);
      const sentence = found.map(({ field, rules }) => `${field} (${rules})`).join('; ');
      return new BadInputError(
        'INVALID_INPUT',
        { fields: sentence },
        found.map(({ field }) => field),
      );
    },
  });
}
