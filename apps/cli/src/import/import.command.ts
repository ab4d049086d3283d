import { access } from 'node:fs/promises';
import { basename, resolve } from 'node:path';
import { Command, CommandRunner, Option } from 'nest-commander';
import { runImport } from './run-import.js';

interface ImportOptions {
  readonly preview?: boolean;
  readonly json?: boolean;
  readonly wait?: boolean;
}

/** `import organizations FILE`: imports a list of organizations. */
@Command({
  name: 'import',
  arguments: '<what> <file>',
  description: 'Imports a list: organizations from CSV, TSV or XLSX, gzipped or not.',
})
export class ImportCommand extends CommandRunner {
  override async run([what, file]: string[], options: ImportOptions): Promise<void> {
    if (what !== 'organizations' || !file)
      throw new Error(`Unknown list “${what ?? ''}”: use “import organizations FILE”.`);
    const path = resolve(process.env['INIT_CWD'] ?? process.cwd(), file);
    await access(path).catch(() => {
      throw new Error(`There is no file “${basename(file)}” at ${path}.`);
    });
    await runImport({
      path,
      preview: options.preview ?? false,
      json: options.json ?? false,
      wait: options.wait ?? false,
    });
  }

  @Option({ flags: '--preview', description: 'Only say what would happen.' })
  parsePreview(): boolean {
    return true;
  }

  @Option({ flags: '--json', description: 'Print one JSON object as the last line.' })
  parseJson(): boolean {
    return true;
  }

  @Option({ flags: '--wait', description: 'Wait until capabilities are derived and the index is rebuilt.' })
  parseWait(): boolean {
    return true;
  }
}
