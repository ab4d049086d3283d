import { BadInputError, defineTexts } from '@app/kernel';
import { domainToASCII } from 'node:url';

defineTexts({
  INVALID_IDENTIFIER: {
    zh: '请输入有效的手机号码或邮箱地址。',
    en: 'Please give a valid mobile number or e-mail address.',
  },
  IDENTIFIER_TAKEN: {
    zh: '该手机号码或邮箱已被其他用户使用。',
    en: 'Another person already uses this number or address.',
  },
});

/** By what a person can be reached and recognised. */
export enum IdentifierKind {
  PHONE = 'PHONE',
  EMAIL = 'EMAIL',
}

/** A mobile number or an e-mail address in the one form in which it is stored and compared. */
export interface Identifier {
  readonly kind: IdentifierKind;
  /** E.164 (`+8613800138000`), or an e-mail address in lower case with an ASCII domain. */
  readonly value: string;
}

const MAINLAND_MOBILE = /^1[3-9]\d{9}$/;
/** Country code and subscriber number, 8 to 15 digits together (ITU-T E.164). */
const INTERNATIONAL = /^[1-9]\d{7,14}$/;
/** The characters of an unquoted local part (RFC 5321, RFC 6531), letters and digits of any script. */
const LOCAL_PART = /^[\p{L}\p{M}\p{N}!#$%&'*+/=?^_`{|}~-]+(\.[\p{L}\p{M}\p{N}!#$%&'*+/=?^_`{|}~-]+)*$/u;
const DOMAIN = /^([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\.)+([a-z]{2,63}|xn--[a-z0-9-]{1,59})$/;

/** A number in E.164; without a country code it is one of the Chinese mainland. Null when it cannot be a mobile. */
function parsePhone(text: string): string | null {
  const compact = text.replace(/[\s().\-\u2010-\u2015]/g, '').replace(/^00/, '+');
  const international = compact.startsWith('+');
  const digits = international ? compact.slice(1) : compact;
  if (!/^\d+$/.test(digits)) return null;
  if (MAINLAND_MOBILE.test(digits) && !international) return `+86${digits}`;
  if (digits.startsWith('86') && (international || digits.length === 13)) {
    return MAINLAND_MOBILE.test(digits.slice(2)) ? `+${digits}` : null;
  }
  return international && INTERNATIONAL.test(digits) ? `+${digits}` : null;
}

/** An address in lower case, its domain in the ASCII form of IDNA. Null when it cannot be an address. */
function parseEmail(text: string): string | null {
  const at = text.lastIndexOf('@');
  const local = text.slice(0, at).toLowerCase();
  const domain = domainToASCII(text.slice(at + 1)).toLowerCase();
  const fits = LOCAL_PART.test(local) && Buffer.byteLength(local) <= 64 && DOMAIN.test(domain);
  const address = `${local}@${domain}`;
  return fits && Buffer.byteLength(address) <= 254 ? address : null;
}

/**
 * Reads what a person typed: full-width characters, blanks and hyphens are understood, so that one number or address
 * is never two identifiers. Throws INVALID_IDENTIFIER.
 */
export function parseIdentifier(typed: string, field = 'input.identifier'): Identifier {
  const text = typed.normalize('NFKC').trim();
  if (text.length <= 320) {
    const kind = text.includes('@') ? IdentifierKind.EMAIL : IdentifierKind.PHONE;
    const value = kind === IdentifierKind.EMAIL ? parseEmail(text) : parsePhone(text);
    if (value) return { kind, value };
  }
  throw new BadInputError('INVALID_IDENTIFIER', {}, [field]);
}

/** Reads an identifier that must be of one kind. Throws INVALID_IDENTIFIER. */
export function parseIdentifierOf(kind: IdentifierKind, typed: string, field: string): Identifier {
  const identifier = parseIdentifier(typed, field);
  if (identifier.kind !== kind) throw new BadInputError('INVALID_IDENTIFIER', {}, [field]);
  return identifier;
}
