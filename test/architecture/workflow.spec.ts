import { readFileSync } from 'node:fs';
import { parse } from 'yaml';

interface Step {
  readonly run?: string;
  readonly uses?: string;
  readonly env?: Readonly<Record<string, string>>;
}
interface Job {
  readonly strategy?: { readonly matrix: { readonly node: readonly number[] } };
  readonly services?: Readonly<Record<string, { readonly image: string }>>;
  readonly env?: Readonly<Record<string, string>>;
  readonly steps: readonly Step[];
}

const text = readFileSync('.github/workflows/ci.yml', 'utf8');
const { jobs, permissions } = parse(text) as {
  jobs: Record<string, Job>;
  permissions: Readonly<Record<string, string>>;
};
const compose = parse(readFileSync('docker/compose.yaml', 'utf8'), { merge: true }) as {
  services: Record<string, { image: string }>;
};
const commands = (job: Job | undefined) => job?.steps.flatMap(({ run }) => run ?? []) ?? [];

describe('the workflow of every change', () => {
  it('installs from the lock file and runs tests and checks on the oldest and the newest Node', () => {
    expect(jobs['tests']?.strategy?.matrix.node).toEqual([20, 24]);
    expect(commands(jobs['tests'])).toEqual(
      expect.arrayContaining([expect.stringMatching(/^npm ci /), 'npm test', 'npm run check']),
    );
  });

  it('runs the tests on a database that calls itself a test’s, on the server of the containers', () => {
    const urls = jobs['tests']?.steps.flatMap(({ env }) => env?.['DATABASE_URL'] ?? []) ?? [];
    expect(urls).toEqual([expect.stringMatching(/\/lianqiao_test$/)]);
    expect(jobs['tests']?.services?.['postgres']?.image).toBe(compose.services['postgres']?.image);
  });

  it('asks a real Meilisearch, the one of the containers, for the search contract, and there only', () => {
    const contract = jobs['search-contract'];
    expect(contract?.services?.['meilisearch']?.image).toBe(compose.services['meilisearch']?.image);
    const asking = contract?.steps.filter(({ env }) => env?.['MEILI_URL']) ?? [];
    expect(asking.map(({ run }) => run)).toEqual(['npm test -- test/integration/search']);
    expect(asking[0]?.env).toHaveProperty('MEILI_MASTER_KEY');
    const elsewhere = Object.entries(jobs).filter(
      ([name, { steps }]) => name !== 'search-contract' && steps.some(({ env }) => env?.['MEILI_URL']),
    );
    expect(elsewhere).toEqual([]);
  });

  it('may read the code and nothing else, and knows no secret', () => {
    expect(permissions).toEqual({ contents: 'read' });
    expect(text).not.toContain('secrets.');
  });

  it('calls only scripts of the project', () => {
    const { scripts } = JSON.parse(readFileSync('package.json', 'utf8')) as {
      scripts: Record<string, string>;
    };
    const called = [...text.matchAll(/npm run ([\w:-]+)/g)].map(([, name = '']) => name);
    expect(called.filter((name) => !(name in scripts))).toEqual([]);
  });
});
