import { createHash } from 'node:crypto';

/** Usual models read no further; characters. */
const MOST_SENT = 2000;
const MAIL = /[\p{L}\p{N}._%+-]+@[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)+/gu;
/** Digits with what stands between the groups of a telephone number. */
const DIGITS = /\+?\d[\d\s()-]*\d/g;
const BLANKS = /\s+/g;
/** So many digits on end, or in groups, are the number of a person or an account; fewer an amount or a standard. */
const ON_END = /\d{7}/;
const IN_GROUPS = 10;

function leadsToPerson(digits: string): boolean {
  return ON_END.test(digits) || digits.replace(/\D/g, '').length >= IN_GROUPS;
}

/**
 * What may leave the platform of a text: mail addresses and long numbers are taken out, since they lead to persons, and
 * what stands beyond 2,000 characters.
 */
export function sentText(...parts: readonly (string | null)[]): string {
  const said = parts.filter(Boolean).join('\n').normalize('NFKC');
  const impersonal = said
    .replace(MAIL, ' ')
    .replace(DIGITS, (digits) => (leadsToPerson(digits) ? ' ' : digits));
  return impersonal.replace(BLANKS, ' ').trim().slice(0, MOST_SENT);
}

/** By what a text is known: the first 16 bytes of its SHA-256, in hexadecimal. */
export function textHash(sent: string): string {
  return createHash('sha256').update(sent).digest('hex').slice(0, 32);
}
