import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { plant, type PlantedTree } from './planted-violations.js';

/** ESLint rule → a text that breaks it. */
const PLANTS: Readonly<Record<string, string>> = {
  '@typescript-eslint/no-explicit-any': 'export const x: any = 1;\n',
  '@typescript-eslint/ban-ts-comment': '// @ts-ignore\nexport const x: string = 1;\n',
  '@typescript-eslint/no-floating-promises': 'export function f(): void {\n  Promise.resolve(1);\n}\n',
  '@typescript-eslint/no-misused-promises':
    'export function f(read: () => Promise<boolean>): number {\n  return read() ? 1 : 2;\n}\n',
  '@typescript-eslint/await-thenable':
    'export async function f(x: number): Promise<number> {\n  return await x;\n}\n',
  '@typescript-eslint/switch-exhaustiveness-check':
    "export function f(x: 'a' | 'b'): void {\n  switch (x) {\n    case 'a':\n      break;\n  }\n}\n",
  '@typescript-eslint/no-unused-vars': 'const unused = 1;\nexport const x = 2;\n',
  'max-lines': Array.from({ length: 401 }, (_, i) => `export const x${i} = ${i};`).join('\n') + '\n',
  'no-restricted-exports': 'export default 1;\n',
  eqeqeq: 'export const f = (a: number, b: number) => a == b;\n',
};

interface LintedFile {
  readonly filePath: string;
  readonly messages: readonly { readonly ruleId: string | null }[];
}

/** What ESLint reports of a folder, by the configuration in it. */
function lint(folder: string): Promise<LintedFile[]> {
  const eslint = resolve('node_modules/eslint/bin/eslint.js');
  return new Promise((done, fail) =>
    execFile(
      process.execPath,
      [eslint, '--format', 'json', 'libs'],
      { cwd: folder, maxBuffer: 16 * 1024 * 1024 },
      // ESLint ends with 1 when it has something to report.
      (_error, stdout, stderr) => {
        try {
          done(JSON.parse(stdout) as LintedFile[]);
        } catch {
          fail(new Error(stderr || stdout));
        }
      },
    ),
  );
}

/** The rules that the project turns on for its sources beside the recommended ones. */
async function ownRules(): Promise<string[]> {
  const { default: blocks } = (await import(pathToFileURL(resolve('eslint.config.js')).href)) as {
    default: readonly { files?: readonly string[]; rules?: object }[];
  };
  const sources = blocks.find(({ files }) => files?.includes('libs/**/*.ts'));
  return Object.keys(sources?.rules ?? {});
}

describe('the rules of writing', () => {
  const names = Object.keys(PLANTS);
  let tree: PlantedTree;
  let linted: LintedFile[];

  beforeAll(async () => {
    const files = names.map((name, i) => [`libs/kernel/src/planted-${i}.ts`, PLANTS[name]!]);
    const configuration = readFileSync('eslint.config.js', 'utf8');
    tree = plant({ ...Object.fromEntries(files), 'eslint.config.js': configuration }, ['kernel']);
    linted = await lint(tree.folder);
  }, 60_000);

  afterAll(() => tree.remove());

  it('have a planted violation each', async () => {
    expect((await ownRules()).sort()).toEqual([...names].sort());
  });

  it.each(names.map((name, i) => [name, i] as const))(
    '%s is reported for its planted violation',
    (name, i) => {
      const file = linted.find(({ filePath }) => filePath.endsWith(`planted-${i}.ts`));
      expect(file?.messages.map((message) => message.ruleId)).toContain(name);
    },
  );

  it('report nothing where nothing is wrong', () => {
    expect(linted.find(({ filePath }) => filePath.endsWith('index.ts'))?.messages).toEqual([]);
  });
});
