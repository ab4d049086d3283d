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
