import { mkdir, mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join, relative, resolve } from 'node:path';
import { Worker } from 'node:worker_threads';
import ts from 'typescript';
import { RemoteScorer } from '../../../libs/search/src/embedded/scorer/scorer-channel.js';
import { planQuery } from '../../../libs/search/src/text/token-groups.js';
import { fill } from './contract/contract-documents.js';
import { type EmbeddedFixture, openEmbedded } from './embedded-fixture.js';

const SOURCES = resolve('libs/search/src');
const ENTRY = join(SOURCES, 'embedded/scorer/scorer.worker.ts');

/** Compiles a file and everything it imports at run time; gives what it imports from packages. */
async function compile(file: string, folder: string, done = new Set<string>()): Promise<Set<string>> {
  const packages = new Set<string>();
  if (done.has(file)) return packages;
  done.add(file);
  const { outputText } = ts.transpileModule(await readFile(file, 'utf8'), {
    compilerOptions: {
      module: ts.ModuleKind.ESNext,
      target: ts.ScriptTarget.ES2022,
      verbatimModuleSyntax: true,
    },
  });
  const target = join(folder, relative(SOURCES, file).replace(/\.ts$/, '.js'));
  await mkdir(dirname(target), { recursive: true });
  await writeFile(target, outputText);
  for (const [, name] of outputText.matchAll(/from '([^']+)'/g)) {
    if (!name!.startsWith('.')) packages.add(name!);
    else
      for (const each of await compile(resolve(dirname(file), name!.replace(/\.js$/, '.ts')), folder, done))
        packages.add(each);
  }
  return packages;
}

describe('the scorer in a thread of its own', () => {
  let fixture: EmbeddedFixture;
  let folder: string;
  beforeAll(async () => {
    fixture = await openEmbedded();
    folder = await mkdtemp(join(tmpdir(), 'scorer-thread-'));
    await writeFile(join(folder, 'package.json'), '{"type":"module"}');
    await symlink(resolve('node_modules'), join(folder, 'node_modules'));
  });
  afterAll(async () => {
    await rm(folder, { recursive: true });
    await fixture.stop();
  });

  it('needs nothing but PostgreSQL’s client, and answers like the scorer of this thread', async () => {
    const packages = await compile(ENTRY, folder);
    expect([...packages].sort()).toEqual(['node:worker_threads', 'pg']);
    await fill(fixture.engine(), 'capabilities', [
      { title: '轴承', facets: { province: '330000' } },
      { title: '齿轮' },
    ]);
    const workerData = { url: fixture.url, cacheBytes: 1_000_000 };
    const thread = new Worker(join(folder, 'embedded/scorer/scorer.worker.js'), { workerData });
    const scorer = new RemoteScorer(thread, () => thread.terminate());
    thread.on('error', (error) => scorer.fail(error));
    const text = planQuery('轴承');
    const page = await scorer.search({
      index: 'capabilities',
      text,
      filter: [],
      facets: ['province'],
      sort: [],
      offset: 0,
      limit: 5,
      texts: true,
    });
    await scorer.close();
    expect(page).toMatchObject({
      total: 1,
      hits: [{ title: '轴承' }],
      facets: { province: [{ value: '330000', count: 1 }] },
    });
  });
});
