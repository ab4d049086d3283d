import { type Locale, renderText } from '@app/kernel';
import type { Reason } from '../criteria/match-criterion.js';

/** The sentence of a reason in the reader's language. */
export function renderReason(locale: Locale, { code, params }: Reason): string {
  const plain = Object.entries(params).map(
    ([name, value]) => [name, typeof value === 'object' ? value[locale] : value] as const,
  );
  return renderText(locale, code, Object.fromEntries(plain));
}
