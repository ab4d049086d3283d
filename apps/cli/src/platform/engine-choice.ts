import { readSettings } from '@app/kernel';
import { type EngineName, engineOf } from '@app/search';

/** What the option --engine says of itself. */
export const ENGINE_OPTION = 'embedded or meilisearch (its server stands in MEILI_URL).';

/** The engine of that name; throws one sentence when there is none. */
export function engineNamed(value: string): EngineName {
  if (value !== 'embedded' && value !== 'meilisearch')
    throw new Error(`There is no engine “${value}”: take embedded or meilisearch.`);
  return value;
}

/**
 * Makes this process, and those that it starts, use an engine: by the variable that everybody reads. Without a name the
 * settings decide. Gives the engine; throws one sentence when it cannot be used.
 */
export function useEngine(asked?: EngineName): EngineName {
  if (asked) process.env['SEARCH_ENGINE'] = asked;
  return engineOf(readSettings());
}
