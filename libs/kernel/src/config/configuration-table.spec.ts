import { readFileSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describeSettings } from './settings.js';

const FILE = resolve('docs/configuration.md');
const BEGIN = '<!-- generated from libs/kernel/src/config/settings.ts: begin -->\n';
const END = '<!-- generated from libs/kernel/src/config/settings.ts: end -->';

function renderTable(): string {
  const rows = describeSettings().map(
    ({ name, otherwise, meaning }) =>
      `| \`${name}\` | ${otherwise === undefined ? 'none' : `\`${otherwise}\``} | ${meaning} |`,
  );
  return ['', '| variable | default | meaning |', '| --- | --- | --- |', ...rows, '', ''].join('\n');
}

/** What stands before, between and after the marks. */
function parts(document: string): [string, string, string] {
  const begin = document.indexOf(BEGIN) + BEGIN.length;
  const end = document.indexOf(END);
  if (begin < BEGIN.length || end < begin) throw new Error('docs/configuration.md has lost its marks');
  return [document.slice(0, begin), document.slice(begin, end), document.slice(end)];
}

describe('the table of variables', () => {
  it('is what the settings say (UPDATE_CONFIGURATION=1 writes it)', () => {
    const [before, table, after] = parts(readFileSync(FILE, 'utf8'));
    if (process.env['UPDATE_CONFIGURATION']) writeFileSync(FILE, before + renderTable() + after);
    else expect(table).toBe(renderTable());
  });

  it('is the only place that has rows for variables', () => {
    const [before, , after] = parts(readFileSync(FILE, 'utf8'));
    expect(before + after).not.toMatch(/^\| `[A-Z_]+` \|/m);
  });
});
