/** Fields of a line that have their own place, or say nothing to somebody at a terminal. */
const PLACED = new Set(['level', 'time', 'pid', 'hostname', 'name', 'msg', 'err', 'requestId']);

interface LogLine {
  readonly level: string;
  readonly time: string;
  readonly name?: string;
  readonly msg?: string;
  readonly err?: { readonly message?: string; readonly stack?: string };
}

/** Writes a JSON line of the log as one that reads well: time, level, process, message, then what belongs to it. */
export function readableLine(json: string): string {
  const line = JSON.parse(json) as LogLine & Record<string, unknown>;
  const rest = Object.entries(line)
    .filter(([key]) => !PLACED.has(key))
    .map(([key, value]) => `${key}=${typeof value === 'string' ? value : JSON.stringify(value)}`);
  const head = [line.time.slice(11, 23), line.level.toUpperCase().padEnd(5), `${line.name ?? ''}:`];
  const text = [...head, ...(line.msg ? [line.msg] : []), ...rest].join(' ');
  const trouble = line.err ? (line.err.stack ?? line.err.message ?? '') : '';
  return trouble ? `${text}\n${trouble}\n` : `${text}\n`;
}
