import { readFileSync } from 'node:fs';

/** One line of a table: its values by column, and where it stands. */
export interface TableLine {
  readonly place: string;
  readonly values: Readonly<Record<string, string>>;
}

/**
 * Reads a tab-separated file whose first line names the columns; empty lines and those that begin with # are passed
 * over. Throws with the line that has too many or too few values.
 */
export function readTable(file: string, columns: readonly string[]): TableLine[] {
  const [head, ...lines] = readFileSync(file, 'utf8').split(/\r?\n/);
  if (head !== columns.join('\t'))
    throw new Error(`${file}: the first line has to be ${columns.join(', ')}.`);
  return lines.flatMap((line, i) => {
    if (line.trim() === '' || line.startsWith('#')) return [];
    const values = line.split('\t');
    const place = `${file}:${i + 2}`;
    if (values.length !== columns.length)
      throw new Error(`${place}: ${values.length} values for ${columns.length} columns.`);
    return [{ place, values: Object.fromEntries(columns.map((column, at) => [column, values[at] ?? ''])) }];
  });
}
