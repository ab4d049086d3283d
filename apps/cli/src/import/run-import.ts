import { mkdir } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { type Locale, renderText } from '@app/kernel';
import { ImportOrganizations, type ImportOutcome, type RowProblem } from '@app/organizations';
import { Industries, Regions } from '@app/taxonomy';
import { peakMemoryMb } from '../output/peak-memory.js';
import { ProgressLine } from '../output/progress-line.js';
import { table } from '../output/table.js';
import { type Platform, withPlatform } from '../platform/with-platform.js';
import { deriveAndIndex, type FollowUp } from './derive-and-index.js';
import { describeProblems, ErrorFile } from './error-file.js';

/** How an import is asked for on the command line. */
export interface ImportRun {
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
export async function runImport(run: ImportRun): Promise<void> {
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
  const outcome = await app.get(ImportOrganizations, { strict: false }).run({
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
