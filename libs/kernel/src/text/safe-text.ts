/** Characters that end a line or steer a terminal or a reader of bytes, and those that no text has (U+FFFE, U+FFFF …). */
const UNPRINTABLE = /[\p{Cc}\p{Cs}\p{Zl}\p{Zp}\p{Noncharacter_Code_Point}]+/gu;
/** Characters that XML 1.0 does not have (section 2.2), of which one makes a whole document unreadable. */
const NOT_IN_XML = /[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu;

/** A text as one line: what would begin another one, in a header, an SMS or a calendar, becomes a blank. */
export function toPlainLine(text: string): string {
  return text.replace(UNPRINTABLE, ' ').trim();
}

/** Removes the characters that XML 1.0 does not allow, for XLSX and DOCX files. */
export function toXmlText(text: string): string {
  return text.replace(NOT_IN_XML, '');
}
