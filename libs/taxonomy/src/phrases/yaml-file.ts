import { projectRoot } from '@app/kernel';
import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';

const KEPT = join(projectRoot(import.meta.url), 'node_modules', '.cache', 'lianqiao-yaml');

/**
 * The content of a YAML file. Parsing the vocabulary takes half a second, which every start and every test would
 * pay; what was parsed once is kept as JSON under the hash of the file's text, so a changed file is always parsed.
 */
export function readYamlFile(path: string): unknown {
  const text = readFileSync(path, 'utf8');
  const kept = join(KEPT, `${createHash('sha256').update(text).digest('hex')}.json`);
  return readKept(kept) ?? keep(kept, parse(text));
}

function readKept(file: string): unknown {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    return undefined;
  }
}

/** Several processes may write the same content at once; a folder that cannot be written only costs time. */
function keep(file: string, content: unknown): unknown {
  const unfinished = `${file}.${process.pid}`;
  try {
    mkdirSync(KEPT, { recursive: true });
    writeFileSync(unfinished, JSON.stringify(content));
    renameSync(unfinished, file);
  } catch {
    return content;
  }
  return content;
}
