import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, relative, resolve } from 'node:path';

const FENCE = /^```[\s\S]*?^```/gm;
/** A data folder as the sources name it: 'libs/taxonomy/data/regions.yaml'. */
const OPENED = /['"`]((?:libs|apps)\/[\w-]+\/(?!src)[\w-]+)[/'"`]/g;

/** All files below a folder; what other specs plant and take away meanwhile is left alone. */
function filesBelow(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    if (entry.name === 'node_modules' || entry.name.startsWith('planted-')) return [];
    const path = `${folder}/${entry.name}`;
    return entry.isDirectory() ? filesBelow(path) : [path];
  });
}

const sources = ['apps', 'libs'].flatMap(filesBelow).filter((path) => path.endsWith('.ts'));
const documents = [
  ...['README.md', 'CONTRIBUTING.md'],
  ...['docs', 'apps', 'libs'].flatMap(filesBelow).filter((path) => path.endsWith('.md')),
].map((path) => ({ path, text: readFileSync(path, 'utf8') }));
const table: [string, string][] = documents.map(({ path, text }) => [path, text]);

/** The paths that a text names in backticks: from the project's folder, or below the `src` beside the text. */
function namedPaths(path: string, text: string): string[] {
  const spans = [...text.replace(FENCE, '').matchAll(/`([^`\n]+)`/g)].map(([, span]) => span ?? '');
  return spans
    .flatMap((span) => span.split(/[\s"]+/))
    .filter((word) => /^(apps|libs|docs|docker|scripts|test|src)\/[\w./-]+$/.test(word))
    .map((word) => (word.startsWith('src/') ? `${dirname(path)}/${word}` : word));
}

/** Where the links and pictures of a text lead to inside the project. */
function linkedPaths(path: string, text: string): string[] {
  return [...text.replace(FENCE, '').matchAll(/\]\(([^)\s#]+)[^)]*\)/g)]
    .map(([, target]) => target ?? '')
    .filter((target) => !/^[a-z]+:/.test(target))
    .map((target) => relative('', resolve(dirname(path), target)));
}

/** The scripts that a text calls: `npm run match` gives match, `npm start` gives start. */
function calledScripts(text: string): string[] {
  const run = [...text.matchAll(/npm run ([a-z][\w:-]*)/g)].map(([, name]) => name ?? '');
  const short = [...text.matchAll(/npm (start|test)\b/g)].map(([, name]) => name ?? '');
  return [...new Set([...run, ...short])];
}

const { scripts } = JSON.parse(readFileSync('package.json', 'utf8')) as { scripts: Record<string, string> };
const commands = sources
  .filter((path) => path.endsWith('.command.ts'))
  .flatMap((path) => [
    ...readFileSync(path, 'utf8').matchAll(/^ {2}name: '([^']+)'|@Command\(\{ name: '([^']+)'/gm),
  ])
  .map(([, long, short]) => long ?? short);

describe('the documentation', () => {
  it.each(table)('%s names only files that exist', (path, text) => {
    const missing = [...namedPaths(path, text), ...linkedPaths(path, text)].filter(
      (named) => !existsSync(named),
    );
    expect(missing).toEqual([]);
  });

  it.each(table)('%s calls only scripts and commands that exist', (_, text) => {
    const called = calledScripts(text);
    expect(called.filter((name) => !(name in scripts))).toEqual([]);
    const asked = called.flatMap(
      (name) => /^node scripts\/cli\.mjs (\S+)$/.exec(scripts[name] ?? '')?.[1] ?? [],
    );
    expect(asked.filter((command) => !commands.includes(command))).toEqual([]);
  });

  it('says which file declares each term of the glossary', () => {
    const glossary = readFileSync('docs/glossary.md', 'utf8');
    const lines = glossary.split('\n').filter((line) => /^\| (?!---|中文)/.test(line));
    const terms = lines.map((line) => {
      const [, term = line, path = ''] = /^\|[^|]+\| `(\w+)` \|[^|]+\| `([^`]+)` \|$/.exec(line) ?? [];
      return { term, path };
    });
    const declares = ({ term, path }: { term: string; path: string }) =>
      new RegExp(`^export (abstract )?(class|enum|interface|type|const) ${term}\\b`, 'm').test(
        existsSync(path) ? readFileSync(path, 'utf8') : '',
      );
    expect(terms.length).toBeGreaterThan(40);
    expect(terms.filter((row) => !declares(row))).toEqual([]);
  });

  it('has a README for every library and app', () => {
    const parts = ['libs', 'apps'].flatMap((folder) =>
      readdirSync(folder).map((name) => `${folder}/${name}`),
    );
    expect(parts.filter((part) => !existsSync(`${part}/README.md`))).toEqual([]);
  });

  it('has an image with every folder that the programs open', () => {
    const opened = sources
      .filter((path) => !path.endsWith('.spec.ts'))
      .flatMap((path) => [...readFileSync(path, 'utf8').matchAll(OPENED)])
      .map(([, folder = '']) => folder.replace(/^libs\/[\w-]+\//, 'libs/*/'));
    const dockerfile = readFileSync('docker/Dockerfile', 'utf8');
    const copied = /cp --recursive --parents (.+) \/run-time/.exec(dockerfile)?.[1]?.split(' ') ?? [];
    expect(opened.length).toBeGreaterThan(0);
    expect([...new Set(opened)].filter((folder) => !copied.includes(folder))).toEqual([]);
  });
});
