/**
 * Who may import whom. The libraries stand in one line; each may use those before it, through their front door only:
 * kernel, meeting-scheduler ← database ← audit, taxonomy, search, telemetry ← identity ← notifications ← organizations
 *        ← capabilities | procurement ← need-reading ← matching ← supply-responses ← matchmaking-events ← meetings ← discovery ← apps
 */
const TIERS = [
  ['kernel', 'meeting-scheduler'],
  ['database'],
  ['audit', 'taxonomy', 'search', 'telemetry'],
  ['identity'],
  ['notifications'],
  ['organizations'],
  ['capabilities', 'procurement'],
  ['need-reading'],
  ['matching'],
  ['supply-responses'],
  ['matchmaking-events'],
  ['meetings'],
  ['discovery'],
];

const SPEC = '\\.(spec|spec-support)\\.ts$';

/** One rule per library: it may use the libraries of earlier tiers and nothing else of ours. */
const edges = TIERS.flatMap((tier, i) =>
  tier.map((library) => {
    const allowed = [library, ...TIERS.slice(0, i).flat()];
    return {
      name: `edges-of-${library}`,
      comment: `${library} may import only ${allowed.slice(1).join(', ') || 'nothing of ours'}.`,
      severity: 'error',
      from: { path: `^libs/${library}/`, pathNot: SPEC },
      to: { path: '^libs/', pathNot: `^libs/(${allowed.join('|')})/` },
    };
  }),
);

/** @type {import('dependency-cruiser').IConfiguration} */
export default {
  forbidden: [
    {
      name: 'no-cycles',
      comment: 'Files that need each other are one idea or three.',
      severity: 'error',
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    {
      name: 'libraries-never-import-apps',
      severity: 'error',
      from: { path: '^libs/', pathNot: SPEC },
      to: { path: '^(apps|test)/' },
    },
    {
      name: 'apps-never-import-one-another',
      severity: 'error',
      from: { path: '^apps/([^/]+)/' },
      to: { path: '^apps/', pathNot: '^apps/$1/' },
    },
    {
      name: 'front-door-only',
      comment: 'A library is entered through its index.ts.',
      severity: 'error',
      from: { path: '^libs/([^/]+)/' },
      to: { path: '^libs/[^/]+/src/', pathNot: ['^libs/$1/', '^libs/[^/]+/src/index\\.ts$'] },
    },
    {
      name: 'front-door-only-for-apps',
      severity: 'error',
      from: { path: '^(apps|test/(e2e|support))/' },
      to: { path: '^libs/[^/]+/src/', pathNot: '^libs/[^/]+/src/index\\.ts$' },
    },
    ...edges,
    {
      name: 'resolvers-never-touch-the-database',
      severity: 'error',
      from: { path: '\\.resolver\\.ts$' },
      to: { path: ['node_modules/(typeorm|pg|@nestjs/typeorm)/', '\\.repository\\.ts$'] },
    },
    {
      name: 'only-database-files-know-typeorm',
      comment: 'Entities, repositories, modules and libs/database; a service asks its repository.',
      severity: 'error',
      from: {
        path: '^(apps|libs)/',
        pathNot: [SPEC, '^libs/database/', '\\.(entity|repository|module)\\.ts$'],
      },
      to: { path: 'node_modules/(typeorm|@nestjs/typeorm)/' },
    },
    {
      name: 'entities-are-leaves',
      severity: 'error',
      from: { path: '\\.entity\\.ts$' },
      to: {
        path: [
          '^libs/(?!kernel/)[^/]+/src/index\\.ts$',
          '\\.(service|repository|resolver|module|loader|indexer|policy|type|input)\\.ts$',
        ],
      },
    },
    {
      name: 'meilisearch-only-in-search',
      severity: 'error',
      from: { path: '^(apps|libs)/', pathNot: '^libs/search/' },
      to: { path: 'node_modules/meilisearch/' },
    },
    {
      name: 'engines-know-nothing-of-each-other',
      comment: 'What both engines share is in text/ and ranking/.',
      severity: 'error',
      from: { path: '^libs/search/src/(embedded|meilisearch)/' },
      to: { path: '^libs/search/src/(embedded|meilisearch)/', pathNot: '^libs/search/src/$1/' },
    },
    {
      name: 'no-development-packages-at-run-time',
      comment: 'The portal is bundled: what it is made of is needed to build it only.',
      severity: 'error',
      from: { path: '^(apps|libs)/[^/]+/src/', pathNot: [SPEC, '^apps/web/'] },
      to: { dependencyTypes: ['npm-dev'], dependencyTypesNot: ['type-only'] },
    },
    // What the portal's build makes up itself (`virtual:`) is on no disk.
    { name: 'resolvable', severity: 'error', from: {}, to: { couldNotResolve: true, pathNot: '^virtual:' } },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    // planted-writing: what the test of our rules of writing plants for a moment.
    exclude: { path: '^dist/|^(apps|libs)/[^/]+/(data|public)/|/planted-writing/' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'node', 'default', 'types'],
    },
  },
};
