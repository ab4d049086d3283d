import { CommandFactory } from 'nest-commander';
import { CliModule } from './cli.module.js';

/** Prints one sentence and leaves with an error; `DEBUG=1` shows where it came from. */
function fail(error: unknown): never {
  console.error(error instanceof Error ? error.message : String(error));
  if (process.env['DEBUG'] && error instanceof Error) console.error(error.stack);
  process.exit(1);
}

await CommandFactory.run(CliModule, {
  errorHandler: fail,
  serviceErrorHandler: fail,
  logger: ['error'],
}).catch(fail);
