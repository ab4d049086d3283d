/**
 * The unified social credit code 统一社会信用代码 of GB 32100-2015: registering authority (1 character), kind of
 * organization (1), administrative division (6 digits), organization code of GB 11714 (9), check character (1).
 */

/** The 31 characters of GB 32100; I, O, S, V and Z are left out. A character's place is its value. */
const ALPHABET = '0123456789ABCDEFGHJKLMNPQRTUWXY';
/** GB 32100, 4.3: the weight of place i is 3^(i−1) mod 31. */
const WEIGHTS = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28];
/** GB 11714, 4.2: weights of the eight characters of an organization code. */
const ORGANIZATION_CODE_WEIGHTS = [3, 7, 9, 10, 5, 8, 4, 2];
const SHAPE = /^[0-9A-HJ-NPQRTUWXY]{2}\d{6}[0-9A-HJ-NPQRTUWXY]{10}$/;
/** Individual businesses 个体工商户: their codes were numbered without an organization code inside. */
const INDIVIDUAL_BUSINESS = '92';

/** Public bodies 机构编制: offices, public institutions and mass organizations on the state's establishment. */
const PUBLIC_BODY = '1';

/** What is wrong with a credit code. */
export type CreditCodeFault = 'SHAPE' | 'CHECK_CHARACTER' | 'ORGANIZATION_CODE';

/** Whether a canonical code is that of a public body. */
export function isPublicBody(creditCode: string): boolean {
  return creditCode.startsWith(PUBLIC_BODY);
}

/** The code as it is stored: half width, capitals, without blanks. */
export function canonicalCreditCode(text: string): string {
  return text.normalize('NFKC').replace(/\s/g, '').toUpperCase();
}

/** The check character of the first 17 characters, GB 32100-2015, 4.3: 31 minus the weighted sum modulo 31. */
export function creditCodeCheckCharacter(first17: string): string {
  const sum = WEIGHTS.reduce((total, weight, i) => total + weight * ALPHABET.indexOf(first17.charAt(i)), 0);
  return ALPHABET.charAt((31 - (sum % 31)) % 31);
}

/** The check character of the first eight of an organization code, GB 11714-1997: 11 minus the weighted sum modulo 11. */
export function organizationCodeCheckCharacter(first8: string): string {
  const sum = ORGANIZATION_CODE_WEIGHTS.reduce(
    (total, weight, i) => total + weight * parseInt(first8.charAt(i), 36),
    0,
  );
  const check = (11 - (sum % 11)) % 11;
  return check === 10 ? 'X' : String(check);
}

/** What is wrong with a canonical credit code; null for a sound one. */
export function creditCodeFault(code: string): CreditCodeFault | null {
  if (!SHAPE.test(code)) return 'SHAPE';
  if (creditCodeCheckCharacter(code.slice(0, 17)) !== code.charAt(17)) return 'CHECK_CHARACTER';
  if (code.startsWith(INDIVIDUAL_BUSINESS)) return null;
  return organizationCodeCheckCharacter(code.slice(8, 16)) === code.charAt(16) ? null : 'ORGANIZATION_CODE';
}
