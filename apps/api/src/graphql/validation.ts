import { BadInputError } from '@app/kernel';
import { ValidationPipe } from '@nestjs/common';
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

/** Checks every input against its class; a violation names its fields. */
export function inputValidation(): ValidationPipe {
  return new ValidationPipe({
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
