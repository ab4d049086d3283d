import { scrypt } from 'node:crypto';
import { promisify } from 'node:util';
import { type Identifier, IdentifierKind } from '@app/identity';

const derive = promisify<string, string, number, Buffer>(scrypt);
/** The hash has to be found again by the same number, so that its salt is the same for all. */
const SALT = 'lianqiao contact of a fact request';
const BYTES = 32;

/**
 * What is kept of a number or address instead of itself. Mobile numbers are few, so that a fast hash could be turned
 * back by trying them all; scrypt takes some 50 ms for each (RFC 7914, N = 16384, r = 8, p = 1). Hexadecimal.
 */
export async function contactHash({ value }: Identifier): Promise<string> {
  return (await derive(value, SALT, BYTES)).toString('hex');
}

/** Enough to recognise one's own number or address, too little to write to it: +86138****8000, w***@example.com. */
export function contactMask({ kind, value }: Identifier): string {
  if (kind === IdentifierKind.PHONE) return `${value.slice(0, -8)}****${value.slice(-4)}`;
  const at = value.lastIndexOf('@');
  return `${value.slice(0, 1)}***${value.slice(at)}`;
}
