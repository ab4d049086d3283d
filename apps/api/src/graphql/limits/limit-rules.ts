import type { ValidationRule } from 'graphql';
import type { QueryLimits } from '../../security/safeguards.js';
import { aliasRule } from './alias.rule.js';
import { depthRule } from './depth.rule.js';
import { directiveRule } from './directive.rule.js';
import './limits.texts.js';
import { repeatedFieldRule } from './repeated-field.rule.js';
import { rootFieldRule } from './root-field.rule.js';

/** The limits that a document alone decides. Each document is checked once, before anything of it is executed. */
export function limitRules(limits: QueryLimits): ValidationRule[] {
  const rules: readonly (readonly [rule: (max: number) => ValidationRule, max: number])[] = [
    [depthRule, limits.depth],
    [aliasRule, limits.aliases],
    [directiveRule, limits.directives],
    [rootFieldRule, limits.rootFields],
    [repeatedFieldRule, limits.repeats],
  ];
  return rules.filter(([, max]) => Number.isFinite(max)).map(([rule, max]) => rule(max));
}
