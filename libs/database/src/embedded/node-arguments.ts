import { extname } from 'node:path';
import { fileURLToPath } from 'node:url';

const TYPESCRIPT = new URL('../../../../scripts/typescript/register.mjs', import.meta.url);

/**
 * Arguments of a process that answers requests: with 32 MB for young objects instead of 16, the pauses to collect what
 * large answers leave behind are half as many.
 */
export const SERVER_ARGUMENTS = ['--max-semi-space-size=32'] as const;

/**
 * Node's arguments for running a program of the project in a process of its own. `module` is its path without ending,
 * relative to the caller: compiled beside a compiled caller, else the TypeScript source through the loader in scripts.
 */
export function nodeArguments(callerUrl: string, module: string): string[] {
  const ending = extname(fileURLToPath(callerUrl));
  const program = fileURLToPath(new URL(`${module}${ending}`, callerUrl));
  return ending === '.js' ? ['--enable-source-maps', program] : ['--import', TYPESCRIPT.href, program];
}
