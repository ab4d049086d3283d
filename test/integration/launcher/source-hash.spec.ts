import { mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const SCRIPT = new URL('../../../scripts/source-hash.mjs', import.meta.url).href;

describe('the digest of what the build reads', () => {
  let root: string;
  let digest: () => string;

  beforeAll(async () => {
    const { sourceHash } = (await import(SCRIPT)) as { sourceHash: (root: string) => string };
    root = mkdtempSync(join(tmpdir(), 'lianqiao-sources-'));
    digest = () => sourceHash(root);
    for (const folder of [
      'apps/api/src',
      'apps/cli/data',
      'libs/kernel/src',
      'scripts/programs',
      'scripts/typescript',
      'test/benchmarks',
      'test/evaluation',
    ])
      mkdirSync(join(root, folder), { recursive: true });
    for (const file of [
      'nest-cli.json',
      'package.json',
      'package-lock.json',
      'tsconfig.json',
      'scripts/build-programs.mjs',
      'scripts/programs/bundle-programs.mjs',
      'scripts/typescript/sources.mjs',
      'scripts/typescript/transpile.mjs',
    ])
      write(file, '{}');
    write('apps/api/src/main.ts', 'first');
  });
  afterAll(() => rmSync(root, { recursive: true }));

  function write(file: string, content: string): void {
    writeFileSync(join(root, file), content);
  }

  it.each([
    ['a source is only touched', () => utimesSync(join(root, 'apps/api/src/main.ts'), 1, 1)],
    ['a spec changes', () => write('apps/api/src/main.spec.ts', String(Math.random()))],
    ['a text changes', () => write('libs/kernel/README.md', String(Math.random()))],
    ['a data file changes', () => write('apps/cli/data/demo.yaml', String(Math.random()))],
  ])('stays the same when %s', (_, change) => {
    const before = digest();
    change();
    expect(digest()).toBe(before);
  });

  it.each([
    ['a source changes', () => write('apps/api/src/main.ts', 'second')],
    ['a source is added', () => write('libs/kernel/src/new.ts', '')],
    [
      'a source is renamed',
      () => (rmSync(join(root, 'libs/kernel/src/new.ts')), write('libs/kernel/src/newer.ts', '')),
    ],
    ['the compiler is set up differently', () => write('tsconfig.json', '{ "strict": true }')],
    ['programs are bundled differently', () => write('scripts/build-programs.mjs', 'second')],
    ['a dependency changes', () => write('package-lock.json', '{ "packages": {} }')],
  ])('differs when %s', (_, change) => {
    const before = digest();
    change();
    expect(digest()).not.toBe(before);
  });
});
