import type { EnumOf } from '../../../../api/graphql.js';
import { TEXTS, type TextKey, type Translate } from '../../../../texts/texts.js';

/** The name of an index as the search box has it. */
export function indexName(index: string, t: Translate): string {
  const key = `search.index.${index.toUpperCase() as EnumOf<'SearchIndex'>}`;
  return Object.hasOwn(TEXTS, key) ? t(key as TextKey) : index;
}
