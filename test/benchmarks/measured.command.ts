import { resolve } from 'node:path';
import type { EngineName } from '@app/search';
import { CommandRunner, Option } from 'nest-commander';
import { table } from '../../apps/cli/src/output.js';
import { ENGINE_OPTION, engineNamed } from '../../apps/cli/src/platform/with-platform.js';

/** How a measurement of search or matching is asked for. */
export interface MeasuredOptions {
  /** How many documents; with a file, at most so many of its own. */
  readonly documents?: number;
  readonly documentsFile?: string;
  readonly queriesFile?: string;
  readonly engine?: EngineName;
  /** Folder for profiles of the processor time of the servers under test, which slow them by a little. */
  readonly profile?: string;
  readonly json?: boolean;
}

/** Prints what was measured: a table to read and, where wanted, one JSON object as the last line. */
export function printOutcome(outcome: object, { json }: MeasuredOptions): void {
  const rows = Object.entries(outcome).map(([name, value]) => [name, shown(value)]);
  console.log(table(rows));
  if (json) console.log(JSON.stringify(outcome));
}

function shown(value: unknown): string {
  return typeof value === 'string' ? value : JSON.stringify(value);
}

/** A command that measures search or matching on given or invented texts. */
export abstract class MeasuredCommand extends CommandRunner {
  @Option({
    flags: '--documents <number>',
    description: 'How many capabilities (100000, or all of the file).',
  })
  parseDocuments(value: string): number {
    const documents = Number(value);
    if (!Number.isInteger(documents) || documents < 1)
      throw new Error('--documents takes a whole number from 1.');
    return documents;
  }

  @Option({
    flags: '--documents-file <file>',
    description: 'JSON lines {id, text}: each becomes a capability.',
  })
  parseDocumentsFile(value: string): string {
    return fromHere(value);
  }

  @Option({ flags: '--queries-file <file>', description: 'JSON lines {id, text}: what is asked for.' })
  parseQueriesFile(value: string): string {
    return fromHere(value);
  }

  @Option({ flags: '--engine <name>', description: ENGINE_OPTION })
  parseEngine(value: string): EngineName {
    return engineNamed(value);
  }

  @Option({
    flags: '--profile <folder>',
    description: "Write V8's profiles of the servers under test there.",
  })
  parseProfile(value: string): string {
    return fromHere(value);
  }

  @Option({ flags: '--json', description: 'Print one JSON object as the last line.' })
  parseJson(): boolean {
    return true;
  }
}

/** A path as the caller of npm meant it: relative to the folder in which npm was called. */
function fromHere(path: string): string {
  return resolve(process.env['INIT_CWD'] ?? process.cwd(), path);
}
