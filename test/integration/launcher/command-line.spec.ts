import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createTestDatabase } from '../../support/test-database.js';
import { ChildProgram } from '../faults/child-program.js';

/** Several programs at once, on a machine that may be busy with other specs. */
const PATIENCE_MS = 120_000;

describe('the command line', () => {
  let folder: string;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'lianqiao-command-'));
  });
  afterAll(() => rm(folder, { recursive: true }));

  /** Runs a command to its end: its exit code and what it printed. */
  async function run(...args: string[]): Promise<[number | null, string]> {
    const program = ChildProgram.command(args, { DATA_DIR: folder });
    return [await program.ending(), program.lines.trim()];
  }

  it(
    'helps and is content, and refuses in one sentence what it does not know',
    async () => {
      const [help, commandHelp, unknown, option, argument] = await Promise.all([
        run('--help'),
        run('match', '--help'),
        run('nonsense'),
        run('match', '--nonsense', 'x'),
        run('import', 'organizations'),
      ]);
      expect(help).toEqual([0, expect.stringMatching(/^Usage: .*Commands:.*display help for command$/s)]);
      expect(commandHelp).toEqual([0, expect.stringMatching(/^Usage: main match /)]);
      expect(unknown).toEqual([1, `error: unknown command 'nonsense'`]);
      expect(option).toEqual([1, `error: unknown option '--nonsense'`]);
      expect(argument).toEqual([1, `error: missing required argument 'file'`]);
    },
    PATIENCE_MS,
  );

  it(
    'does not mind when nobody reads what it prints',
    async () => {
      const program = ChildProgram.command(['--help'], { DATA_DIR: folder });
      program.readNoMore();
      expect(await program.ending()).toBe(0);
      expect(program.errors).toBe('');
    },
    PATIENCE_MS,
  );

  it(
    'says in both languages why a list is not imported',
    async () => {
      const path = join(folder, 'list.csv');
      await writeFile(path, '企业名称,电话\n甲厂,1');
      const database = await createTestDatabase();
      const program = ChildProgram.command(['import', 'organizations', path], {
        DATA_DIR: folder,
        DATABASE_URL: database.url,
      });
      expect(await program.ending()).toBe(1);
      expect(program.errors.trim().split('\n').slice(-2)).toEqual([
        '缺少列：统一社会信用代码。文件中的列：企业名称、电话。',
        'Missing columns: 统一社会信用代码. The file has: 企业名称、电话.',
      ]);
      await database.drop();
    },
    PATIENCE_MS,
  );
});
