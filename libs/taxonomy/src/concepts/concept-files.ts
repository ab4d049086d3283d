import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { dataFile } from '@app/kernel';
import { YAMLParseError } from 'yaml';
import { z } from 'zod';
import { readYamlFile } from '../phrases/yaml-file.js';
import { ConceptKind, type ConceptParameter, ParameterType, type TradeConcept } from './trade-concept.js';

/** Something wrong in the vocabulary's files: where it stands and what it is. */
export interface VocabularyProblem {
  readonly file: string;
  /** Id of the concept or parameter, or its place in the file when it has none. */
  readonly entry: string;
  readonly message: string;
}

/** A concept or parameter with the file that it stands in. */
export interface FileEntry<T> {
  readonly file: string;
  readonly value: T;
}

/** What the files say, and what in them could not be read. */
export interface VocabularyFiles {
  readonly concepts: readonly FileEntry<TradeConcept>[];
  readonly parameters: readonly FileEntry<ConceptParameter>[];
  readonly problems: readonly VocabularyProblem[];
}

const id = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'ids are kebab-case English');
const name = z.coerce.string().trim().min(1);
const ids = z.array(id).default([]);

const conceptSchema = z.strictObject({
  id,
  kind: z.enum(ConceptKind),
  zh: name,
  en: name,
  synonyms: z.array(name).default([]),
  broader: id.optional(),
  near: z.array(id).optional(),
  composedOf: ids,
  industries: z.array(z.string()).default([]),
  parameters: ids,
  note: z.string().optional(),
});

const named = { id, zh: name, en: name };
const values = z.array(name).min(1);
const parameterSchema = z.discriminatedUnion('type', [
  z
    .strictObject({
      ...named,
      type: z.literal(ParameterType.RANGE),
      unit: z.string(),
      min: z.number(),
      max: z.number(),
      also: z.array(name).optional(),
      reach: z.enum(['LOWER', 'HIGHER']).optional(),
    })
    .refine(({ min, max }) => min < max, 'min must be less than max'),
  z.strictObject({
    ...named,
    type: z.literal(ParameterType.ORDINAL),
    values,
    better: z.enum(['LOWER', 'HIGHER']),
  }),
  z.strictObject({ ...named, type: z.literal(ParameterType.SET), values }),
]);

/** Reads `concepts/*.yaml` and `parameters.yaml` below a folder; what is malformed is reported, not thrown. */
export function readVocabularyFiles(
  folder = dataFile(import.meta.url, 'libs/taxonomy/data'),
): VocabularyFiles {
  const problems: VocabularyProblem[] = [];
  const conceptFiles = readdirSync(join(folder, 'concepts'))
    .filter((file) => file.endsWith('.yaml'))
    .sort();
  const concepts = conceptFiles.flatMap((file) =>
    readEntries(folder, `concepts/${file}`, conceptSchema, problems),
  );
  const parameters = readEntries(folder, 'parameters.yaml', parameterSchema, problems);
  return { concepts, parameters, problems };
}

function readEntries<T>(
  folder: string,
  file: string,
  schema: z.ZodType<T>,
  problems: VocabularyProblem[],
): FileEntry<T>[] {
  return readList(folder, file, problems).flatMap((entry, place) => {
    const read = schema.safeParse(entry);
    if (read.success) return [{ file, value: read.data }];
    for (const issue of read.error.issues) {
      problems.push({
        file,
        entry: entryName(entry, place),
        message: [...issue.path, issue.message].join(': '),
      });
    }
    return [];
  });
}

function readList(folder: string, file: string, problems: VocabularyProblem[]): unknown[] {
  try {
    const content: unknown = readYamlFile(join(folder, file));
    if (Array.isArray(content)) return content;
    problems.push({ file, entry: 'the file', message: 'must be a list' });
  } catch (error) {
    if (!(error instanceof YAMLParseError)) throw error;
    problems.push({ file, entry: `line ${error.linePos?.[0].line ?? '?'}`, message: error.message });
  }
  return [];
}

function entryName(entry: unknown, place: number): string {
  const known = z.object({ id: z.string() }).safeParse(entry);
  return known.success ? known.data.id : `entry ${place + 1}`;
}
