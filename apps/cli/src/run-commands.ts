import { DomainError, renderText } from '@app/kernel';
import type { Type } from '@nestjs/common';
import { CommandFactory } from 'nest-commander';

/** What commander throws after it has printed help or an error in the arguments. */
interface CommanderError {
  readonly code: string;
  readonly exitCode: number;
}

function isCommanderError(error: unknown): error is CommanderError {
  const { code } = error as { code?: unknown };
  return typeof code === 'string' && code.startsWith('commander.');
}

/** One sentence on what went wrong; a refusal in both languages. */
function errorText(error: unknown): string {
  if (error instanceof DomainError)
    return (['zh', 'en'] as const).map((locale) => renderText(locale, error.code, error.params)).join('\n');
  return error instanceof Error ? error.message : String(error);
}

/** Prints what went wrong and exits with an error status; `DEBUG=1` adds the stack. */
function fail(error: unknown): never {
  if (isCommanderError(error)) process.exit(error.exitCode);
  console.error(errorText(error));
  if (process.env['DEBUG'] && error instanceof Error) console.error(error.stack);
  process.exit(1);
}

/** Runs the command of `process.argv` from those that a module provides. */
export async function runCommands(module: Type): Promise<void> {
  // A reader of the first lines only (`| head`) closes the pipe; the command continues to its end.
  for (const stream of [process.stdout, process.stderr]) {
    stream.on('error', (error: NodeJS.ErrnoException) => {
      if (error.code !== 'EPIPE') throw error;
    });
  }
  await CommandFactory.run(module, {
    errorHandler: fail,
    serviceErrorHandler: fail,
    logger: ['error'],
  }).catch(fail);
}
