/**
 * `node scripts/types-and-lint.mjs <tsconfig> <folder …> [--without <folder>]`: the types of a project, and the lint of folders
 * that belong to it. Most rules of the linter ask for types: they get those of the compiler that has just checked them,
 * instead of making a program of the same sources again.
 */
import { dirname, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { ESLint } from 'eslint';
import ts from 'typescript';

const { positionals, values } = parseArgs({
  allowPositionals: true,
  options: { without: { type: 'string' } },
});
const [project, ...folders] = positionals;

const program = programOf(resolve(project));
const problems = [...typeProblems(program), ...(await lintProblems(program))];
for (const problem of problems) console.log(problem);
if (problems.length > 0) process.exitCode = 1;

function programOf(file) {
  const { config, error } = ts.readConfigFile(file, ts.sys.readFile);
  if (error) throw new Error(ts.formatDiagnostic(error, format()));
  const { options, fileNames, errors } = ts.parseJsonConfigFileContent(
    config,
    ts.sys,
    dirname(file),
    undefined,
    file,
  );
  if (errors.length > 0) throw new Error(ts.formatDiagnostics(errors, format()));
  return ts.createProgram({ rootNames: fileNames, options });
}

function typeProblems(program) {
  const diagnostics = ts.sortAndDeduplicateDiagnostics(ts.getPreEmitDiagnostics(program));
  return diagnostics.length === 0 ? [] : [ts.formatDiagnosticsWithColorAndContext(diagnostics, format())];
}

async function lintProblems(program) {
  // What belongs to no program, the tools' own configuration, the linter looks after itself.
  const files = program.getRootFileNames().map((name) => ts.sys.resolvePath(name));
  const inProgram = new Set(files);
  const eslint = new ESLint({
    overrideConfig: [
      ...(values.without ? [{ ignores: [`${values.without}/**`] }] : []),
      {
        files: [(path) => inProgram.has(path)],
        languageOptions: { parserOptions: { projectService: false, programs: [program] } },
      },
    ],
  });
  const results = await eslint.lintFiles(folders);
  const text = await (await eslint.loadFormatter('stylish')).format(results);
  const failed = results.some(({ errorCount, warningCount }) => errorCount + warningCount > 0);
  return failed ? [text] : [];
}

/** How the compiler writes. */
function format() {
  return {
    getCanonicalFileName: (name) => name,
    getCurrentDirectory: () => process.cwd(),
    getNewLine: () => '\n',
  };
}
