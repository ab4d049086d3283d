/** Display width of a text: a Chinese character takes two columns. */
function width(text: string): number {
  return [...text].reduce(
    (sum, char) =>
      sum +
      (/[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6]/u.test(
        char,
      )
        ? 2
        : 1),
    0,
  );
}

/** A readable table of rows, each column as wide as its widest cell. */
export function table(rows: readonly (readonly (string | number)[])[]): string {
  const cells = rows.map((row) => row.map(String));
  const columns = Math.max(0, ...cells.map((row) => row.length));
  const widths = Array.from({ length: columns }, (_, i) =>
    Math.max(...cells.map((row) => width(row[i] ?? ''))),
  );
  return cells
    .map((row) =>
      row
        .map((cell, i) => cell + ' '.repeat((widths[i] ?? 0) - width(cell)))
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}

/** The most memory that this process has held so far, in megabytes. */
export function peakMemoryMb(): number {
  return Math.round(process.resourceUsage().maxRSS / 1024);
}

/** One line of progress on standard error: rewritten in place on a terminal, a line every few seconds elsewhere. */
export class ProgressLine {
  private last = 0;

  constructor(private readonly label: string) {}

  /** Shows how far the work is, at most four times a second on a terminal and every five seconds elsewhere. */
  show(text: string): void {
    const terminal = process.stderr.isTTY;
    const now = Date.now();
    if (now - this.last < (terminal ? 250 : 5000)) return;
    this.last = now;
    process.stderr.write(terminal ? `\r\u001b[K${this.label}: ${text}` : `${this.label}: ${text}\n`);
  }

  /** Ends the line. */
  end(): void {
    if (process.stderr.isTTY && this.last > 0) process.stderr.write('\r\u001b[K');
  }
}
