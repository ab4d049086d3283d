import { dataFile } from '@app/kernel';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Collection, EvalDocument, EvalQuery } from './collection.js';
import type { Answers, ContestOutcome } from './contest.js';

/** One line of a table: its values by column, and where it stands. */
interface TableLine {
  readonly place: string;
  readonly values: Readonly<Record<string, string>>;
}

/**
 * Reads a tab-separated file whose first line names the columns; empty lines and those that begin with # are passed
 * over. Throws with the line that has too many or too few values.
 */
export function readTable(file: string, columns: readonly string[]): TableLine[] {
  const [head, ...lines] = readFileSync(file, 'utf8').split(/\r?\n/);
  if (head !== columns.join('\t'))
    throw new Error(`${file}: the first line has to be ${columns.join(', ')}.`);
  return lines.flatMap((line, i) => {
    if (line.trim() === '' || line.startsWith('#')) return [];
    const values = line.split('\t');
    const place = `${file}:${i + 2}`;
    if (values.length !== columns.length)
      throw new Error(`${place}: ${values.length} values for ${columns.length} columns.`);
    return [{ place, values: Object.fromEntries(columns.map((column, at) => [column, values[at] ?? ''])) }];
  });
}

/** The half that a change may be tuned on, and the one that only reports. */
export type Half = 'tune' | 'report';

/** A listing of the judged set, as its supplier would write it. */
interface JudgedListing {
  readonly id: string;
  readonly organization: string;
  /** The place as people name it. */
  readonly region: string;
  readonly title: string;
  readonly description: string;
}

/** A need of the judged set. */
interface JudgedNeed {
  readonly id: string;
  readonly half: Half;
  readonly text: string;
}

/** What somebody who read both said of a need and a listing. */
interface Judgement {
  readonly need: string;
  readonly listing: string;
  /** 3 exactly this, 2 the thing with a condition unknown or slightly off, 1 a near trade or a part, 0 no. */
  readonly grade: number;
  readonly reason: string;
}

/** Everything that was judged. */
interface JudgedSet {
  readonly needs: readonly JudgedNeed[];
  readonly listings: readonly JudgedListing[];
  readonly judgements: readonly Judgement[];
}

/** Where the project's own judged set lies. */
export function judgedSetFolder(): string {
  return dataFile(import.meta.url, 'test/evaluation/data');
}

/** Reads a judged set; throws with the line that cannot be. */
export function readJudgedSet(folder: string): JudgedSet {
  const needs = readNeeds(join(folder, 'needs.tsv'));
  const listings = readdirSync(join(folder, 'capabilities'))
    .filter((file) => file.endsWith('.tsv'))
    .sort()
    .flatMap((file) => readListings(join(folder, 'capabilities', file)));
  expectUnique([...needs, ...listings].map(({ id }) => id));
  const judgements = readJudgements(join(folder, 'judgements.tsv'), needs, listings);
  return { needs, listings, judgements };
}

function readNeeds(file: string): JudgedNeed[] {
  return readTable(file, ['id', 'half', 'text']).map(({ place, values: { id, half, text } }) => {
    if (!id || !text) throw new Error(`${place}: a need has an id and a text.`);
    if (half !== 'tune' && half !== 'report') throw new Error(`${place}: the half is tune or report.`);
    return { id, half, text };
  });
}

function readListings(file: string): JudgedListing[] {
  return readTable(file, ['id', 'organization', 'region', 'title', 'description']).map(
    ({ place, values: { id, organization, region, title, description = '' } }) => {
      if (!id || !organization || !region || !title)
        throw new Error(`${place}: a listing has an id, an organization, a region and a title.`);
      return { id, organization, region, title, description };
    },
  );
}

function readJudgements(
  file: string,
  needs: readonly JudgedNeed[],
  listings: readonly JudgedListing[],
): Judgement[] {
  const known = {
    needs: new Set(needs.map(({ id }) => id)),
    listings: new Set(listings.map(({ id }) => id)),
  };
  const seen = new Set<string>();
  return readTable(file, ['need', 'grade', 'reason', 'capabilities']).flatMap(({ place, values }) => {
    const { need = '', reason = '', capabilities = '' } = values;
    const grade = Number(values['grade']);
    if (!known.needs.has(need)) throw new Error(`${place}: there is no need ${need}.`);
    if (!/^[0-3]$/.test(values['grade'] ?? '')) throw new Error(`${place}: grades are 0, 1, 2 and 3.`);
    if (reason.trim() === '') throw new Error(`${place}: a judgement has a reason.`);
    return capabilities
      .trim()
      .split(/\s+/)
      .map((listing) => {
        const pair = `${need} ${listing}`;
        if (!known.listings.has(listing)) throw new Error(`${place}: there is no capability ${listing}.`);
        if (seen.has(pair)) throw new Error(`${place}: ${pair} is judged twice.`);
        seen.add(pair);
        return { need, listing, grade, reason };
      });
  });
}

function expectUnique(ids: readonly string[]): void {
  const seen = new Set<string>();
  for (const id of ids) {
    if (seen.has(id)) throw new Error(`The id ${id} occurs twice in the judged set.`);
    seen.add(id);
  }
}

/** The judged set as a collection: its listings, the needs of one half, and their grades. */
export function judgedCollection(
  { needs, listings, judgements }: JudgedSet,
  half: Half,
  regionOf: (place: string) => string | null,
): Collection {
  const grades = new Map(needs.map(({ id }) => [id, new Map<string, number>()]));
  for (const { need, listing, grade } of judgements) grades.get(need)?.set(listing, grade);
  return {
    documents: listings.map((listing) => documentOf(listing, regionOf)),
    queries: needs
      .filter((need) => need.half === half)
      .map(({ id, text }) => ({ id, text, grades: grades.get(id) ?? new Map() })),
  };
}

function documentOf(
  { id, organization, region, title, description }: JudgedListing,
  regionOf: (place: string) => string | null,
): EvalDocument {
  const code = regionOf(region);
  return {
    id,
    title,
    description,
    organization,
    text: [title, description, organization, region].filter(Boolean).join('\n'),
    ...(code ? { region: code } : {}),
    declaresCertificates: true,
  };
}

/** A need and a listing that somebody put among its first twenty and nobody has judged. */
interface UngradedPair {
  readonly query: EvalQuery;
  readonly document: string;
}

/** Every pooled pair without a grade: the union of the rankings of the engine and every baseline. */
export function ungradedPairs(
  queries: readonly EvalQuery[],
  answers: readonly Pick<Answers, 'rankings'>[],
): UngradedPair[] {
  return queries.flatMap((query, i) => {
    const pooled = new Set(answers.flatMap(({ rankings }) => rankings[i] ?? []));
    return [...pooled]
      .filter((document) => !query.grades.has(document))
      .sort()
      .map((document) => ({ query, document }));
  });
}

/** The pairs of a whole contest. */
export function ungradedOf(outcome: ContestOutcome): UngradedPair[] {
  const unread = outcome.engines.flatMap((engine) => engine.unread ?? []);
  return ungradedPairs(outcome.queries, [...outcome.engines, ...unread, ...outcome.baselines]);
}
