import { DomainError, renderText } from '@app/kernel';
import { CommandFactory } from 'nest-commander';
import { CliModule } from './cli.module.js';

/** What commander throws when it has printed help or what is wrong with the arguments. */
interface SaidByCommander {
  readonly code: string;
  readonly exitCode: number;
}

function saidByCommander(error: unknown): error is SaidByCommander {
  const { code } = error as { code?: unknown };
  return typeof code === 'string' && code.startsWith('commander.');
}

/** What is wrong; a refusal in both languages, since whoever runs commands may read either. */
function sentence(error: unknown): string {
  if (error instanceof DomainError)
    return (['zh', 'en'] as const).map((locale) => renderText(locale, error.code, error.params)).join('\n');
  return error instanceof Error ? error.message : String(error);
}

/** Prints what is wrong and leaves with an error; `DEBUG=1` shows where it came from. */
function fail(error: unknown): never {
  if (saidByCommander(error)) process.exit(error.exitCode);
  console.error(sentence(error));
  if (process.env['DEBUG'] && error instanceof Error) console.error(error.stack);
  process.exit(1);
}

// Whoever reads only the first lines (`| head`) closes the pipe; what is being done is carried to its end all the same.
for (const stream of [process.stdout, process.stderr]) {
  stream.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error;
  });
}

await CommandFactory.run(CliModule, {
  errorHandler: fail,
  serviceErrorHandler: fail,
  logger: ['error'],
}).catch(fail);
