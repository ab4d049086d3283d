import { createHash, randomBytes } from 'node:crypto';

/** 32 random bytes in base64url. */
const TOKEN = /^[A-Za-z0-9_-]{43}$/;

/** A new secret of 256 random bits that its holder carries, for a session or an invitation. */
export function newToken(): string {
  return randomBytes(32).toString('base64url');
}

/** What is kept of a token: a fast hash is enough for 256 random bits. Hexadecimal. */
export function hashToken(token: string): string {
  return createHash('sha256').update(token).digest('hex');
}

/** Whether a text has the form of a token at all. */
export function isToken(text: string): boolean {
  return TOKEN.test(text);
}
