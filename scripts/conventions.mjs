import { readFileSync, readdirSync } from 'node:fs';
import { dirname, join, relative, resolve, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import ts from 'typescript';

/**
 * Checks the conventions of the code base that neither the compiler nor the linter knows:
 *
 * - folders inside a library or an application import one another without cycles;
 * - the door of a library (`index.ts`) exports no repository and no loader;
 * - a public method of an injectable is named by more than a bare verb, so that a search for its name finds it;
 * - a file has at least 15 lines, unless it is a door, a module, an entry point (also of a thread) or data;
 * - the descriptions in the GraphQL schema use plain English.
 *
 * Without arguments it checks everything; with names of parts (`matching`, `web`) only those. `--figures` prints the
 * size of each part instead. Exits with 1 when anything was found.
 */
const root = fileURLToPath(new URL('..', import.meta.url));
const MIN_LINES = 15;

const BARE_VERBS = new Set(
  `of at by for from to all one find read keep take lock look load save write list count add remove tell ask make do show
   give put set get send open close check start stop run handle`.split(/\s+/),
);
/** Method names that a framework or a library calls by itself. */
const PRESCRIBED = new Set(
  `run handle resolve validate transform use catch configure createGqlOptions`.split(/\s+/),
);

const UNPLAIN = [
  'whoever',
  'whomever',
  'of whom',
  'to whom',
  'beside',
  'is told',
  'are told',
  'the same for',
  'of which there is none',
  'in whose',
  'by whose',
  'thereof',
  'wherein',
  'nobody but',
  'none but',
  'in the eyes of',
  'as it stands',
];

const nameOf = (node) => (node.name && ts.isIdentifier(node.name) ? node.name.text : undefined);
const isSource = (name) => /\.tsx?$/.test(name) && !/\.(spec|spec-support|e2e-spec|d)\.tsx?$/.test(name);

function sourcesIn(folder) {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return entry.name === 'node_modules' ? [] : sourcesIn(path);
    return isSource(entry.name) ? [path] : [];
  });
}

function parse(path) {
  const text = readFileSync(path, 'utf8');
  const kind = path.endsWith('x') ? ts.ScriptKind.TSX : ts.ScriptKind.TS;
  const lines = text.split('\n').length - (text.endsWith('\n') ? 1 : 0);
  return { path, lines, tree: ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true, kind) };
}

const parts = ['apps', 'libs'].flatMap((group) =>
  readdirSync(join(root, group)).map((name) => ({ name, folder: join(root, group, name, 'src') })),
);

// --- folders -------------------------------------------------------------------------------------------------

const isComposition = (path) => /(^|\/)(index|main|[^/]+\.(module|main))\.tsx?$/.test(path);

function importsOf({ path, tree }, known) {
  return tree.statements.flatMap((statement) => {
    const to =
      (ts.isImportDeclaration(statement) || ts.isExportDeclaration(statement)) && statement.moduleSpecifier;
    if (!to || !to.text.startsWith('.')) return [];
    const target = resolve(dirname(path), to.text);
    const names = [
      target,
      target.replace(/\.js$/, '.ts'),
      target.replace(/\.js$/, '.tsx'),
      `${target}.ts`,
      `${target}.tsx`,
    ];
    const file = names.find((name) => known.has(name));
    return file ? [file] : [];
  });
}

/**
 * The edges between the folders of each level. Two files meet where their paths part: there the sub-folder of one
 * imports the sub-folder of the other. Files of the level itself count as one folder `.`; doors and modules compose,
 * so their imports do not count.
 */
function folderEdges(folder, files) {
  const known = new Set(files.map(({ path }) => path));
  const levels = new Map();
  for (const file of files.filter(({ path }) => !isComposition(path)))
    for (const target of importsOf(file, known)) {
      if (isComposition(target)) continue;
      const a = relative(folder, file.path).split(sep);
      const b = relative(folder, target).split(sep);
      let depth = 0;
      while (depth < a.length - 1 && depth < b.length - 1 && a[depth] === b[depth]) depth++;
      const node = (way) => (depth < way.length - 1 ? way[depth] : '.');
      if (node(a) === node(b)) continue;
      const level = a.slice(0, depth).join('/');
      const graph = levels.get(level) ?? levels.set(level, new Map()).get(level);
      const key = `${node(a)} ${node(b)}`;
      graph.set(key, [
        ...(graph.get(key) ?? []),
        `${relative(folder, file.path)} → ${relative(folder, target)}`,
      ]);
    }
  return levels;
}

/** Groups of folders that reach one another (strongly connected components of more than one). */
function knots(graph) {
  const next = new Map();
  for (const key of graph.keys()) {
    const [from, to] = key.split(' ');
    next.set(from, [...(next.get(from) ?? []), to]);
  }
  const reach = (from) => {
    const seen = new Set();
    const todo = [from];
    while (todo.length)
      for (const to of next.get(todo.pop()) ?? []) if (!seen.has(to)) seen.add(to) && todo.push(to);
    return seen;
  };
  const reached = new Map([...next.keys()].map((node) => [node, reach(node)]));
  const groups = new Map();
  for (const [node, seen] of reached)
    if (seen.has(node)) {
      const group = [...seen].filter((other) => reached.get(other)?.has(node)).sort();
      groups.set(group.join(' '), group);
    }
  return [...groups.values()];
}

function folderCycles({ folder }, files) {
  const found = [];
  for (const [level, graph] of folderEdges(folder, files))
    for (const group of knots(graph)) {
      const inside = [...graph].filter(([key]) => key.split(' ').every((node) => group.includes(node)));
      const examples = inside.map(
        ([key, all]) => `    ${key.replace(' ', ' → ')} (${all.length}), e.g. ${all[0]}`,
      );
      const place = relative(root, join(folder, level));
      found.push(`${place}: folders in a cycle: ${group.join(', ')}\n${examples.join('\n')}`);
    }
  return found;
}

// --- doors ---------------------------------------------------------------------------------------------------

function exportedNames(tree) {
  return tree.statements
    .filter((node) => (ts.getModifiers(node) ?? []).some(({ kind }) => kind === ts.SyntaxKind.ExportKeyword))
    .map(nameOf)
    .filter(Boolean);
}

function doorExports({ folder }, files) {
  const door = files.find(({ path }) => path === join(folder, 'index.ts'));
  // The kernel has no loaders of a table; it has what loaders are made of.
  if (!door || !folder.includes(`${sep}libs${sep}`) || folder.includes(`${sep}kernel${sep}`)) return [];
  const byPath = new Map(files.map((file) => [file.path, file]));
  return door.tree.statements.filter(ts.isExportDeclaration).flatMap((statement) => {
    const from = statement.moduleSpecifier?.text ?? '';
    const target = byPath.get(resolve(folder, from.replace(/\.js$/, '.ts')));
    const names =
      statement.exportClause && ts.isNamedExports(statement.exportClause)
        ? statement.exportClause.elements.map(({ name }) => name.text)
        : target
          ? exportedNames(target.tree)
          : [];
    return names
      .filter((name) => /(Repository|Repositories|Loader|Loaders)$/.test(name))
      .map((name) => `${relative(root, door.path)}: exports ${name}; offer a service or a reader instead`);
  });
}

// --- methods -------------------------------------------------------------------------------------------------

const decorators = (node) =>
  (ts.getDecorators(node) ?? []).map(({ expression }) =>
    (ts.isCallExpression(expression) ? expression.expression : expression).getText(),
  );

function classesIn(tree) {
  const found = [];
  const visit = (node) => {
    if (ts.isClassDeclaration(node)) found.push(node);
    ts.forEachChild(node, visit);
  };
  visit(tree);
  return found;
}

/** Interface or class → the names of its methods, over everything that is checked. */
function contracts(all) {
  const known = new Map();
  for (const { tree } of all)
    for (const node of tree.statements)
      if ((ts.isInterfaceDeclaration(node) || ts.isClassDeclaration(node)) && node.name)
        known.set(node.name.text, new Set(node.members.map(nameOf)));
  return known;
}

const isHidden = (member) =>
  ts.canHaveModifiers(member) &&
  (ts.getModifiers(member) ?? []).some(
    ({ kind }) => kind === ts.SyntaxKind.PrivateKeyword || kind === ts.SyntaxKind.ProtectedKeyword,
  );

function injectables(files) {
  return files.flatMap(({ path, tree }) =>
    classesIn(tree)
      .filter((node) => decorators(node).some((name) => name === 'Injectable'))
      .map((node) => ({
        path,
        node,
        methods: node.members.filter((member) => ts.isMethodDeclaration(member) && !isHidden(member)),
      })),
  );
}

function bareVerbs(files, known) {
  return injectables(files).flatMap(({ path, node, methods }) => {
    const parents = (node.heritageClauses ?? []).flatMap(({ types }) =>
      types.map(({ expression }) => expression.getText()),
    );
    const prescribed = new Set(parents.flatMap((name) => [...(known.get(name) ?? PRESCRIBED)]));
    return methods
      .map(nameOf)
      .filter(
        (name) =>
          BARE_VERBS.has(name) &&
          !prescribed.has(name) &&
          !(name === 'run' && node.name.text === 'Transactions'),
      )
      .map(
        (name) => `${relative(root, path)}: ${node.name.text}.${name}() is a bare verb; name what it acts on`,
      );
  });
}

// --- sizes ---------------------------------------------------------------------------------------------------

const mayBeShort = (path) =>
  isComposition(path) ||
  /\/(data|migrations)\//.test(path) ||
  /\.worker\.ts$/.test(path) ||
  /\.data\.ts$/.test(path) ||
  /\.generated\./.test(path);

function shortFiles(files) {
  return files
    .filter(({ path, lines }) => lines < MIN_LINES && !mayBeShort(path))
    .map(({ path, lines }) => `${relative(root, path)}: ${lines} lines; it belongs in the file that uses it`);
}

// --- English -------------------------------------------------------------------------------------------------

function unplainDescriptions() {
  const file = join(root, 'apps/api/schema.graphql');
  const text = readFileSync(file, 'utf8');
  return [...text.matchAll(/"""([\s\S]*?)"""/g)].flatMap(({ 1: description, index }) => {
    const line = text.slice(0, index).split('\n').length;
    const words = description.replace(/\s+/g, ' ').toLowerCase();
    return UNPLAIN.filter((phrase) => new RegExp(`\\b${phrase}\\b`).test(words)).map(
      (phrase) => `apps/api/schema.graphql:${line}: “${phrase}” in “${words.trim().slice(0, 90)}”`,
    );
  });
}

// --- report --------------------------------------------------------------------------------------------------

function printFigures(sizes) {
  const median = (numbers) => numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? 0;
  const sum = (numbers) => numbers.reduce((a, b) => a + b, 0);
  const row = (name, files, cycles) => {
    const lines = files.map((file) => file.lines);
    const single = injectables(files).filter(({ methods }) => methods.length === 1).length;
    console.log([name.padEnd(20), files.length, sum(lines), median(lines), single, cycles].join('\t'));
  };
  console.log('part                \tfiles\tlines\tmedian\tinjectables with one method\tfolder cycles');
  let cycles = 0;
  for (const { part, files } of sizes) {
    const own = folderCycles(part, files).length;
    cycles += own;
    row(part.name, files, own);
  }
  row(
    'all',
    sizes.flatMap(({ files }) => files),
    cycles,
  );
}

const wanted = process.argv.slice(2).filter((name) => !name.startsWith('--'));
const sizes = parts.map((part) => ({ part, files: sourcesIn(part.folder).map(parse) }));
if (process.argv.includes('--figures')) {
  printFigures(sizes);
} else {
  const known = contracts(sizes.flatMap(({ files }) => files));
  const found = sizes
    .filter(({ part }) => wanted.length === 0 || wanted.includes(part.name))
    .flatMap(({ part, files }) => [
      ...folderCycles(part, files),
      ...doorExports(part, files),
      ...bareVerbs(files, known),
      ...shortFiles(files),
    ]);
  if (wanted.length === 0 || wanted.includes('api')) found.push(...unplainDescriptions());
  for (const line of found) console.error(line);
  if (found.length) console.error(`${found.length} conventions broken`);
  process.exitCode = found.length ? 1 : 0;
}
