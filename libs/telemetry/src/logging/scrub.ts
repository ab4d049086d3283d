const EMAIL = /[^\s"'()=,<>:;]+@[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)+/gu;
/** Telephone numbers have at least seven digits (ITU-T E.164 with a country code, or a mainland mobile without). */
const NUMBER = /\+?\d(?:[ -]?\d){6,}/g;
/** Ids are no personal data, and without them a log is of little use. */
const ID = /[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}/gi;

/** Takes numbers and addresses of persons out of a message, which may quote what somebody wrote. */
export function scrub(text: string): string {
  const kept: string[] = [];
  const aside = text.replace(ID, (id) => {
    kept.push(id);
    return '\u0000';
  });
  const clean = aside.replace(EMAIL, '[e-mail]').replace(NUMBER, '[number]');
  return clean
    .split('\u0000')
    .map((piece, place) => piece + (kept[place] ?? ''))
    .join('');
}
