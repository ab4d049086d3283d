import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { plant, type PlantedTree } from './planted-violations.js';

const longer = Array.from({ length: 15 }, (_, i) => `export const filler${i} = ${i};`).join('\n');
const SCRIPT = 'scripts/conventions.mjs';
const file = (text: string) => `${text}\n${longer}\n`;

/** Runs the check on planted files; gives its exit code and what it reports. */
function check(files: Readonly<Record<string, string>>): { code: number | null; report: string } {
  const schema = files['apps/api/schema.graphql'] ?? '"""A thing."""\ntype Thing { id: ID! }\n';
  const script = readFileSync(SCRIPT, 'utf8');
  const sources = { 'apps/api/src/main.ts': 'export {};\n', ...files, 'apps/api/schema.graphql': schema };
  const tree: PlantedTree = plant({ ...sources, [SCRIPT]: script }, ['kernel', 'search']);
  try {
    const { status, stderr } = spawnSync(process.execPath, [join(tree.folder, SCRIPT)], { encoding: 'utf8' });
    return { code: status, report: stderr };
  } finally {
    tree.remove();
  }
}

const method = (name: string, visibility = '') =>
  file(`@Injectable()\nexport class Things {\n  ${visibility}${name}(): void {}\n}`);

describe('the conventions', () => {
  it.each([
    [
      'folders that import one another',
      {
        'libs/search/src/a/one.ts': file("import '../b/two.js';"),
        'libs/search/src/b/two.ts': file("import '../a/one.js';"),
      },
      'libs/search/src: folders in a cycle: a, b',
    ],
    [
      'a folder and its sub-folder that import one another',
      {
        'libs/search/src/a/one.ts': file("import './b/two.js';"),
        'libs/search/src/a/b/two.ts': file("import '../one.js';"),
      },
      'libs/search/src/a: folders in a cycle: ., b',
    ],
    [
      'a repository at the door, hidden behind *',
      {
        'libs/search/src/index.ts': "export * from './things.js';\n",
        'libs/search/src/things.ts': file('export class ThingsRepository {}'),
      },
      'exports ThingsRepository',
    ],
    ['a bare verb', { 'libs/search/src/things.ts': method('find') }, 'Things.find() is a bare verb'],
    ['a short file', { 'libs/search/src/short.ts': 'export const x = 1;\n' }, 'short.ts: 1 lines'],
    [
      'a riddle in the schema',
      { 'apps/api/schema.graphql': '"""For whoever asks."""\ntype Thing { id: ID! }\n' },
      'apps/api/schema.graphql:1: “whoever”',
    ],
  ])('report %s', (_, files, reported) => {
    const { code, report } = check(files);
    expect(report).toContain(reported);
    expect(report).toContain('1 conventions broken');
    expect(code).toBe(1);
  });

  it('allow what composes, prescribed and private methods, and names of more than a verb', () => {
    const files = {
      'libs/search/src/search.module.ts': "import './a/one.js';\nexport class SearchModule {}\n",
      'libs/search/src/a/one.ts': file("import '../search.module.js';"),
      'libs/search/src/named.ts': method('findThing'),
      'libs/search/src/hidden.ts': method('find', 'private '),
      'libs/search/src/port.ts': file('export abstract class Port {\n  abstract find(): void;\n}'),
      'libs/search/src/adapter.ts': file(
        '@Injectable()\nexport class Adapter extends Port {\n  find(): void {}\n}',
      ),
    };
    expect(check(files)).toEqual({ code: 0, report: '' });
  });
});
