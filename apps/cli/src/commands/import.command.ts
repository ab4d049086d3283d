import { CapabilityDerivationService } from '@app/capabilities';
import { type Locale, renderText } from '@app/kernel';
import {
  OrganizationsImporter,
  type ImportOutcome,
  type RejectedRow,
  type RowProblem,
} from '@app/organizations';
import { Reindexer } from '@app/search';
import { Industries, Regions } from '@app/taxonomy';
import { stringify } from 'csv-stringify/sync';
import { Command, CommandRunner, Option } from 'nest-commander';
import { createWriteStream, type WriteStream } from 'node:fs';
import { access, mkdir, rm } from 'node:fs/promises';
import { basename, join, resolve } from 'node:path';
import { peakMemoryMb, ProgressLine, table } from '../output.js';
import { type Platform, withPlatform } from '../platform/with-platform.js';

const BOM = '\uFEFF';

/** A row by the rules of RFC 4180; a cell that would be a formula begins with an apostrophe, which the import takes away. */
function csvRow(cells: readonly string[]): string {
  return stringify([[...cells]], { record_delimiter: '\r\n', escape_formulas: true });
}

/** What is wrong with a row, in both languages. */
function describeProblems(problems: readonly RowProblem[]): string {
  return problems
    .map(
      ({ line, column, code, params }) =>
        `${line}${column ? ` ${column}` : ''}: ${renderText('zh', code, params)} / ${renderText('en', code, params)}`,
    )
    .join('; ');
}

/**
 * The rejected rows as a CSV file that Excel opens: the cells as they stood, and a last column that says what is wrong.
 * Corrected, it can be imported as it is: the last column is not a column of the import.
 */
export class ErrorFile {
  private stream: WriteStream | undefined;
  private header: readonly string[] = [];

  constructor(readonly path: string) {}

  /** Starts anew with the columns of the list. */
  begin(header: readonly string[]): void {
    this.header = header;
  }

  /** Adds a rejected row. */
  add({ row, problems }: RejectedRow): void {
    this.stream ??= this.open();
    const cells = Array.from({ length: this.header.length }, (_, i) => row.cells[i] ?? '');
    this.stream.write(csvRow([...cells, describeProblems(problems)]));
  }

  /** Ends the file; gives its path, or null when no row was rejected and no file was written. */
  async end(): Promise<string | null> {
    const { stream } = this;
    if (!stream) {
      await rm(this.path, { force: true });
      return null;
    }
    await new Promise<void>((resolve, reject) => stream.once('error', reject).end(resolve));
    return this.path;
  }

  private open(): WriteStream {
    const stream = createWriteStream(this.path);
    stream.write(BOM + csvRow([...this.header, '错误 error']));
    return stream;
  }
}

/** What follows an import and how long it took. */
interface FollowUp {
  readonly capabilities: number;
  readonly deriveSeconds: number;
  readonly indexSeconds: number;
}

/**
 * Derives capabilities and rebuilds the indexes here and now, in line with a worker that may be at it: both take turns
 * and neither doubles the other's work.
 */
async function deriveAndIndex({ app }: Platform): Promise<FollowUp> {
  const deriving = new ProgressLine('derive');
  const started = performance.now();
  const { capabilities } = await app
    .get(CapabilityDerivationService, { strict: false })
    .derivePending((organizations, derived) =>
      deriving.show(`${organizations} organizations, ${derived} capabilities`),
    );
  deriving.end();
  const derived = performance.now();
  const indexing = new ProgressLine('index');
  await app
    .get(Reindexer, { strict: false })
    .rebuildIndexes(['organizations', 'capabilities'], ({ index, documents, total }) =>
      indexing.show(`${index} ${documents} of ${total}`),
    );
  indexing.end();
  const seconds = (from: number, to: number) => Math.round(to - from) / 1000;
  return {
    capabilities,
    deriveSeconds: seconds(started, derived),
    indexSeconds: seconds(derived, performance.now()),
  };
}

/** How an import is asked for on the command line. */
interface ImportRun {
  readonly path: string;
  readonly preview: boolean;
  readonly json: boolean;
  readonly wait: boolean;
}

/** Problems that are printed; the file of errors has them all. */
const PRINTED = 20;

interface Imported extends ImportOutcome {
  readonly seconds: number;
  readonly rowsPerSecond: number;
  readonly peakRssMb: number;
  readonly errorFile: string | null;
}

/** Imports a list and prints what became of it. */
async function runImport(run: ImportRun): Promise<void> {
  await withPlatform(async (platform) => {
    const imported = await importRows(platform, run);
    const followUp = run.wait && !run.preview ? await deriveAndIndex(platform) : {};
    printColumns(imported);
    if (run.preview) printFirstRows(platform, imported);
    printOutcome(run, imported, followUp);
    if (run.json) console.log(JSON.stringify({ ...imported, ...followUp }));
  });
}

async function importRows({ app, settings }: Platform, { path, preview }: ImportRun): Promise<Imported> {
  const folder = join(settings.DATA_DIR, 'imports');
  await mkdir(folder, { recursive: true });
  const errors = new ErrorFile(join(folder, `${basename(path)}.errors.csv`));
  const progress = new ProgressLine(preview ? 'preview' : 'import');
  const problems: RowProblem[] = [];
  const started = performance.now();
  const outcome = await app.get(OrganizationsImporter, { strict: false }).importList({
    path,
    preview,
    onHeader: (header) => errors.begin(header),
    onRejected: (rejected) => {
      errors.add(rejected);
      if (problems.length < PRINTED) problems.push(...rejected.problems);
    },
    onWarning: (problem) => {
      if (problems.length < PRINTED) problems.push(problem);
    },
    onProgress: (rows) => progress.show(`${rows} rows, ${perSecond(rows, started)} a second`),
  });
  progress.end();
  const errorFile = await errors.end();
  for (const problem of problems.slice(0, PRINTED)) console.error(describeProblems([problem]));
  const seconds = Math.round(performance.now() - started) / 1000;
  return {
    ...outcome,
    seconds,
    rowsPerSecond: perSecond(outcome.rows, started),
    peakRssMb: peakMemoryMb(),
    errorFile,
  };
}

function perSecond(rows: number, started: number): number {
  return Math.round((rows * 1000) / Math.max(1, performance.now() - started));
}

function printOutcome({ preview }: ImportRun, imported: Imported, followUp: Partial<FollowUp>): void {
  const rows: [string, string | number][] = [
    [preview ? '行 rows (preview, nothing stored)' : '行 rows', imported.rows],
    ['新建 created', imported.created],
    ['更新 updated', imported.updated],
    ['未变 unchanged', imported.unchanged],
    ['拒绝 rejected', imported.rejected],
    ['警告 warnings', imported.warnings],
    ['秒 seconds', imported.seconds],
    ['行/秒 rows a second', imported.rowsPerSecond],
    ['峰值内存 peak memory MB', imported.peakRssMb],
  ];
  if (followUp.capabilities !== undefined)
    rows.push(['推断能力 inferred capabilities', followUp.capabilities]);
  if (followUp.deriveSeconds !== undefined) rows.push(['推断秒 derive seconds', followUp.deriveSeconds]);
  if (followUp.indexSeconds !== undefined) rows.push(['索引秒 index seconds', followUp.indexSeconds]);
  console.log(table(rows));
  if (imported.errorFile) console.log(`错误行 rejected rows: ${imported.errorFile}`);
  if (!preview && followUp.capabilities === undefined) {
    console.log('能力推断与索引由后台任务完成。 Capabilities and the index follow in background jobs.');
  }
}

/** What became of each column: read as one of the import's, or dropped and why. */
function printColumns({ columns }: Imported): void {
  console.log(
    table([
      ['列 column', '读作 read as', '示例 examples'],
      ...columns.map(({ heading, position, readAs, dropped, examples }) => [
        heading || `#${position}`,
        readAs ?? (['zh', 'en'] as Locale[]).map((locale) => renderText(locale, dropped ?? '')).join(' / '),
        examples.map((example) => example.replace(/\s+/g, ' ').slice(0, 20)).join(' · '),
      ]),
    ]),
  );
}

/** The first rows as they were understood. */
function printFirstRows({ app }: Platform, { firstRows }: Imported): void {
  const regions = app.get(Regions, { strict: false });
  const industries = app.get(Industries, { strict: false });
  console.log(
    table([
      [
        '行 line',
        '企业 organization',
        '所在地 place',
        '行业 industry',
        '认定 recognition',
        '成立 founded',
        '资本 capital',
      ],
      ...firstRows.map((row) => [
        row.line,
        `${row.name} ${row.creditCode}`,
        row.regionCode ? `${regions.name(row.regionCode, 'zh')} ${row.regionCode}` : '-',
        row.industryCode ? `${industries.name(row.industryCode, 'zh')} ${row.industryCode}` : '-',
        row.tiers.map(({ level, year }) => `${level} ${year}`).join(' · ') || '-',
        row.foundedOn ?? '-',
        row.capitalAmount === null ? '-' : `${row.capitalAmount} ${row.capitalCurrency ?? ''}`,
      ]),
    ]),
  );
}

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
