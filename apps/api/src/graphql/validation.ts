import { BadInputError, type NameFault } from '@app/kernel';
import { type ArgumentMetadata, ValidationPipe } from '@nestjs/common';
import type { ValidationError } from 'class-validator';

interface Violation {
  readonly field: string;
  readonly rules: string;
}

/** Rules that have a sentence of their own. */
const RULES_WITH_TEXT: ReadonlySet<string> = new Set<NameFault>([
  'NAME_CONTROL_CHARACTERS',
  'NAME_ADDRESS',
  'NAME_OF_PLATFORM',
]);

/** The code of a refusal: the rule's own where all that is wrong is one such rule. */
function codeOf(found: readonly Violation[]): string {
  const rules = new Set(found.map((violation) => violation.rules));
  const [rule = ''] = rules;
  return rules.size === 1 && RULES_WITH_TEXT.has(rule) ? rule : 'INVALID_INPUT';
}

/** Fields that violate their rules. */
class InvalidFields extends BadInputError {
  constructor(private readonly found: readonly Violation[]) {
    super(
      codeOf(found),
      { fields: found.map(({ field, rules }) => `${field} (${rules})`).join('; ') },
      found.map(({ field }) => field),
    );
  }

  /** The same, with paths that begin at the operation's argument (`input.title`), as all refusals name them. */
  within(argument: string | undefined): InvalidFields {
    if (!argument) return this;
    return new InvalidFields(this.found.map((v) => ({ ...v, field: `${argument}.${v.field}` })));
  }
}

/** The paths of the invalid fields and what each violates: `lines.0.name (isNotEmpty)`. */
function violations(errors: readonly ValidationError[], path: readonly string[] = []): Violation[] {
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
    return (metadata.type === 'custom' ? value : this.check(value, metadata)) as Promise<unknown>;
  }

  private async check(value: unknown, metadata: ArgumentMetadata): Promise<unknown> {
    try {
      return (await super.transform(value, metadata)) as unknown;
    } catch (error) {
      throw error instanceof InvalidFields ? error.within(metadata.data) : error;
    }
  }
}

/** Checks every input against its class; a violation names its fields. */
export function inputValidation(): ValidationPipe {
  return new ArgumentValidation({
    transform: true,
    whitelist: false,
    exceptionFactory: (errors) => new InvalidFields(violations(errors)),
  });
}
