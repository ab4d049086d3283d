import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { plant, type PlantedTree } from './planted-violations.js';

interface Violation {
  readonly rule: { readonly name: string };
  readonly from: string;
}

const CONFIG = resolve('.dependency-cruiser.mjs');
const { default: rules } = (await import(pathToFileURL(CONFIG).href)) as {
  default: { forbidden: readonly { name: string; severity: string }[] };
};

const LIBRARIES = [
  ...[
    'kernel',
    'meeting-scheduler',
    'database',
    'audit',
    'taxonomy',
    'search',
    'telemetry',
    'identity',
    'notifications',
    'organizations',
  ],
  ...[
    'capabilities',
    'procurement',
    'need-reading',
    'matching',
    'supply-responses',
    'matchmaking-events',
    'meetings',
    'discovery',
  ],
];

/** For each library the import that its rule forbids: the next one in line (the last one reaches for a stranger). */
const EDGE_PLANTS = Object.fromEntries(
  LIBRARIES.map((library, i) => {
    const later = library === 'discovery' ? 'reporting' : LIBRARIES[i + 1];
    return [
      `libs/${library}/src/edge.ts`,
      `import { name } from '@app/${later}';\nexport const edge = name;\n`,
    ];
  }),
);

const PLANTS: Readonly<Record<string, { file: string; text: string }>> = {
  'no-cycles': {
    file: 'libs/kernel/src/a.ts',
    text: `import { b } from './b.js';\nexport const a = () => b;\n`,
  },
  'libraries-never-import-apps': {
    file: 'libs/kernel/src/app.ts',
    text: `import '../../../apps/api/src/main.js';\n`,
  },
  'apps-never-import-one-another': {
    file: 'apps/worker/src/main.ts',
    text: `import '../../api/src/main.js';\n`,
  },
  'front-door-only': { file: 'libs/discovery/src/back.ts', text: `import '../../kernel/src/inner.js';\n` },
  'front-door-only-for-apps': {
    file: 'apps/api/src/back.ts',
    text: `import '../../../libs/kernel/src/inner.js';\n`,
  },
  'resolvers-never-touch-the-database': {
    file: 'libs/discovery/src/x.resolver.ts',
    text: `import { DataSource } from 'typeorm';\nexport const d = DataSource;\n`,
  },
  'only-database-files-know-typeorm': {
    file: 'libs/discovery/src/x.service.ts',
    text: `import { DataSource } from 'typeorm';\nexport const d = DataSource;\n`,
  },
  'entities-are-leaves': { file: 'libs/discovery/src/x.entity.ts', text: `import './x.service.js';\n` },
  'meilisearch-only-in-search': {
    file: 'libs/discovery/src/engine.ts',
    text: `import { Meilisearch } from 'meilisearch';\nexport const m = Meilisearch;\n`,
  },
  'engines-know-nothing-of-each-other': {
    file: 'libs/search/src/meilisearch/x.ts',
    text: `import '../embedded/y.js';\n`,
  },
  'no-development-packages-at-run-time': {
    file: 'libs/discovery/src/dev.ts',
    text: `import * as jest from 'jest';\nexport const j = jest;\n`,
  },
  resolvable: { file: 'libs/discovery/src/lost.ts', text: `import './nowhere.js';\n` },
};

function cruise(folder: string): Violation[] {
  const bin = resolve('node_modules/dependency-cruiser/bin/dependency-cruise.mjs');
  const args = [bin, '--config', CONFIG, '--output-type', 'json', 'apps', 'libs'];
  const output = execFileSync(process.execPath, args, { cwd: folder, encoding: 'utf8', maxBuffer: 1 << 26 });
  return (JSON.parse(output) as { summary: { violations: Violation[] } }).summary.violations;
}

describe('the dependency rules', () => {
  let tree: PlantedTree;
  let violations: Violation[];

  beforeAll(() => {
    const files = Object.fromEntries(Object.values(PLANTS).map(({ file, text }) => [file, text]));
    tree = plant(
      {
        ...EDGE_PLANTS,
        'libs/kernel/src/b.ts': `import { a } from './a.js';\nexport const b = () => a;\n`,
        'libs/kernel/src/inner.ts': 'export const inner = 1;\n',
        'libs/search/src/embedded/y.ts': 'export const y = 1;\n',
        'libs/reporting/src/index.ts': `export const name = 'reporting';\n`,
        'apps/api/src/main.ts': 'export const api = 1;\n',
        ...files,
      },
      [...LIBRARIES, 'reporting'],
    );
    violations = cruise(tree.folder);
  });

  afterAll(() => tree.remove());

  it.each(Object.entries(PLANTS))('%s is reported for its planted violation', (name, { file }) => {
    expect(violations.filter((v) => v.rule.name === name).map((v) => v.from)).toContain(file);
  });

  it.each(LIBRARIES)('edges-of-%s is reported for its planted violation', (library) => {
    const reported = violations.filter((v) => v.rule.name === `edges-of-${library}`).map((v) => v.from);
    expect(reported).toContain(`libs/${library}/src/edge.ts`);
  });

  it('has a planted violation for every rule', () => {
    const planted = [...Object.keys(PLANTS), ...LIBRARIES.map((library) => `edges-of-${library}`)].sort();
    expect(rules.forbidden.map((rule) => rule.name).sort()).toEqual(planted);
    expect(rules.forbidden.every((rule) => rule.severity === 'error')).toBe(true);
  });
});

describe('the packages that are installed', () => {
  /** Packages that declare their licence in a file only, and what stands there. */
  const BY_FILE: Readonly<Record<string, string>> = { 'png-js': 'MIT' };

  it('each have a licence', () => {
    const lock = JSON.parse(readFileSync('package-lock.json', 'utf8')) as {
      packages: Record<string, { license?: string }>;
    };
    const without = Object.entries(lock.packages)
      .filter(([path, { license }]) => path !== '' && !license)
      .map(([path]) => path.replace(/^.*node_modules\//, ''))
      .filter((name) => !(name in BY_FILE));
    expect(without).toEqual([]);
    for (const name of Object.keys(BY_FILE)) {
      const files = readdirSync(join('node_modules', name)).filter((file) => /^licen[cs]e/i.test(file));
      expect(readFileSync(join('node_modules', name, files[0]!), 'utf8')).toContain(BY_FILE[name]);
    }
  });
});
