const EXCEL_EPOCH = Date.UTC(1899, 11, 30);
const DAY = 86_400_000;

function isoDay(year: number, month: number, day: number): string | undefined {
  const date = new Date(Date.UTC(year, month - 1, day));
  const same =
    date.getUTCFullYear() === year && date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
  return same && year >= 1800 && year <= 2200 ? date.toISOString().slice(0, 10) : undefined;
}

/**
 * A day as lists write it: 2004-12-31, 2004/1/5, 2004年1月5日, 20041231, or Excel's day number; a time behind it is
 * dropped. Null for an empty cell, undefined when it cannot be read.
 */
export function parseRowDate(text: string): string | null | undefined {
  const plain = text.normalize('NFKC').trim();
  if (plain === '' || plain === '-') return null;
  const parts =
    /^(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?(?:[ T].*)?$/.exec(plain) ??
    /^(\d{4})(\d{2})(\d{2})$/.exec(plain);
  if (parts) return isoDay(Number(parts[1]), Number(parts[2]), Number(parts[3]));
  if (/^\d{5}$/.test(plain)) return new Date(EXCEL_EPOCH + Number(plain) * DAY).toISOString().slice(0, 10);
  return undefined;
}
