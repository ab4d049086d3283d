import { execFileSync } from 'node:child_process';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';

const FOLDER = resolve('libs/kernel/src/planted-writing');

/** ESLint rule → a text that breaks it. */
const PLANTS: Readonly<Record<string, string>> = {
  '@typescript-eslint/no-explicit-any': 'export const x: any = 1;\n',
  '@typescript-eslint/ban-ts-comment': '// @ts-ignore\nexport const x: string = 1;\n',
  '@typescript-eslint/no-floating-promises': 'export function f(): void {\n  Promise.resolve(1);\n}\n',
  '@typescript-eslint/no-unused-vars': 'const unused = 1;\nexport const x = 2;\n',
  'max-lines': Array.from({ length: 401 }, (_, i) => `export const x${i} = ${i};`).join('\n') + '\n',
  'no-restricted-exports': 'export default 1;\n',
  eqeqeq: 'export const f = (a: number, b: number) => a == b;\n',
};

interface LintedFile {
  readonly filePath: string;
  readonly messages: readonly { readonly ruleId: string | null }[];
}

function lint(): LintedFile[] {
  const eslint = resolve('node_modules/eslint/bin/eslint.js');
  try {
    return JSON.parse(
      execFileSync(process.execPath, [eslint, '--format', 'json', FOLDER], { encoding: 'utf8' }),
    ) as LintedFile[];
  } catch (error) {
    return JSON.parse((error as { stdout: string }).stdout) as LintedFile[];
  }
}

describe('the rules of writing', () => {
  const names = Object.keys(PLANTS);
  let linted: LintedFile[];

  beforeAll(() => {
    mkdirSync(FOLDER, { recursive: true });
    names.forEach((name, i) => writeFileSync(`${FOLDER}/planted-${i}.ts`, PLANTS[name]!));
    linted = lint();
  }, 60_000);

  afterAll(() => rmSync(FOLDER, { recursive: true, force: true }));

  it.each(names.map((name, i) => [name, i] as const))(
    '%s is reported for its planted violation',
    (name, i) => {
      const file = linted.find(({ filePath }) => filePath.endsWith(`planted-${i}.ts`));
      expect(file?.messages.map((message) => message.ruleId)).toContain(name);
    },
  );
});
