import { foldText } from '@app/kernel';
import type { FileEntry, VocabularyFiles, VocabularyProblem } from './concept-files.js';
import type { TradeConcept } from './trade-concept.js';

type Rule = (files: VocabularyFiles, industryExists: (code: string) => boolean) => VocabularyProblem[];

/** What the vocabulary's files must obey beyond their form. */
const RULES: readonly Rule[] = [
  idsAreUnique,
  namesHaveOneOwner,
  eachThingOnce,
  namesAreWords,
  referencesExist,
  nothingIsItsOwnAncestor,
  nearIsAnother,
  industriesExist,
];

/** Every problem of the vocabulary's files, those of reading first. */
export function vocabularyProblems(
  files: VocabularyFiles,
  industryExists: (code: string) => boolean,
): VocabularyProblem[] {
  return [...files.problems, ...RULES.flatMap((rule) => rule(files, industryExists))];
}

/** The problems as lines that name file and concept. */
export function describeProblems(problems: readonly VocabularyProblem[]): string {
  const lines = problems.map(({ file, entry, message }) => `${file}, ${entry}: ${message}`);
  return [`The trade concepts break ${problems.length} rules:`, ...lines].join('\n');
}

function idsAreUnique({ concepts, parameters }: VocabularyFiles): VocabularyProblem[] {
  return [...repeated(concepts), ...repeated(parameters)];
}

function repeated(entries: readonly FileEntry<{ readonly id: string }>[]): VocabularyProblem[] {
  const first = new Map<string, string>();
  return entries.flatMap(({ file, value }) => {
    const other = first.get(value.id);
    first.set(value.id, other ?? file);
    return other === undefined ? [] : [problem(file, value.id, `the id is used in ${other} already`)];
  });
}

/** A name may belong to two concepts only where a note at one of them says why. */
function namesHaveOneOwner({ concepts }: VocabularyFiles): VocabularyProblem[] {
  const owners = new Map<string, TradeConcept>();
  return concepts.flatMap(({ file, value }) =>
    namesOf(value).flatMap((name) => {
      const owner = owners.get(name);
      owners.set(name, owner ?? value);
      if (!owner || owner.id === value.id || owner.note || value.note) return [];
      return [
        problem(
          file,
          value.id,
          `“${name}” is a name of ${owner.id} too, and neither has a note that says why`,
        ),
      ];
    }),
  );
}

/**
 * Two concepts whose English names differ in number alone are one thing, or one of the names says too little; homonyms
 * have a note.
 */
function eachThingOnce({ concepts }: VocabularyFiles): VocabularyProblem[] {
  const owners = new Map<string, TradeConcept>();
  return concepts.flatMap(({ file, value }) => {
    const thing = foldText(value.en).replace(/(?<=\w[^s])s$/, '');
    const owner = owners.get(thing);
    owners.set(thing, owner ?? value);
    if (!owner || owner.id === value.id || owner.note || value.note) return [];
    return [problem(file, value.id, `“${value.en}” is the English name of ${owner.id} but for its number`)];
  });
}

/** A single Latin letter or digit is no name; a single Chinese character is found only where it stands alone. */
function namesAreWords({ concepts }: VocabularyFiles): VocabularyProblem[] {
  return concepts.flatMap(({ file, value }) =>
    namesOf(value)
      .filter((name) => name.length < 2 && !/\p{Script=Han}/u.test(name))
      .map((name) => problem(file, value.id, `“${name}” is too short for a name`)),
  );
}

function referencesExist({ concepts, parameters }: VocabularyFiles): VocabularyProblem[] {
  const conceptIds = new Set(concepts.map(({ value }) => value.id));
  const parameterIds = new Set(parameters.map(({ value }) => value.id));
  return concepts.flatMap(({ file, value }) => [
    ...missing(value.broader ? [value.broader] : [], conceptIds).map((id) =>
      problem(file, value.id, `broader: there is no concept ${id}`),
    ),
    ...missing(value.near ?? [], conceptIds).map((id) =>
      problem(file, value.id, `near: there is no concept ${id}`),
    ),
    ...missing(value.composedOf, conceptIds).map((id) =>
      problem(file, value.id, `composedOf: there is no concept ${id}`),
    ),
    ...missing(value.parameters, parameterIds).map((id) =>
      problem(file, value.id, `parameters: there is no parameter ${id}`),
    ),
  ]);
}

function missing(wanted: readonly string[], known: ReadonlySet<string>): string[] {
  return wanted.filter((id) => !known.has(id));
}

/** Neither along `broader` nor along `composedOf` may a concept lead back to itself. */
function nothingIsItsOwnAncestor({ concepts }: VocabularyFiles): VocabularyProblem[] {
  const byId = new Map(concepts.map(({ value }) => [value.id, value]));
  const relations: readonly [string, (concept: TradeConcept) => readonly string[]][] = [
    ['broader', ({ broader }) => (broader ? [broader] : [])],
    ['composedOf', ({ composedOf }) => composedOf],
  ];
  return relations.flatMap(([relation, next]) =>
    concepts
      .filter(({ value }) =>
        leadsTo(value.id, value, (concept) => next(concept).flatMap((id) => byId.get(id) ?? [])),
      )
      .map(({ file, value }) => problem(file, value.id, `${relation} leads back to the concept itself`)),
  );
}

/** A related concept is not the concept itself, nor broader or narrower than it. */
function nearIsAnother({ concepts }: VocabularyFiles): VocabularyProblem[] {
  const byId = new Map(concepts.map(({ value }) => [value.id, value]));
  const above = ({ broader }: TradeConcept) => (broader ? [byId.get(broader) ?? []].flat() : []);
  const onTheLine = (one: TradeConcept, other: TradeConcept) =>
    one.id === other.id || leadsTo(other.id, one, above) || leadsTo(one.id, other, above);
  return concepts.flatMap(({ file, value }) =>
    (value.near ?? [])
      .filter((id) => byId.has(id) && onTheLine(value, byId.get(id)!))
      .map((id) => problem(file, value.id, `near: ${id} is no other thing beside it`)),
  );
}

function leadsTo(
  id: string,
  from: TradeConcept,
  next: (concept: TradeConcept) => readonly TradeConcept[],
): boolean {
  const seen = new Set<string>();
  const waiting = [...next(from)];
  for (let concept = waiting.pop(); concept; concept = waiting.pop()) {
    if (concept.id === id) return true;
    if (seen.has(concept.id)) continue;
    seen.add(concept.id);
    waiting.push(...next(concept));
  }
  return false;
}

function industriesExist(
  { concepts }: VocabularyFiles,
  industryExists: (code: string) => boolean,
): VocabularyProblem[] {
  return concepts.flatMap(({ file, value }) =>
    value.industries
      .filter((code) => !industryExists(code))
      .map((code) => problem(file, value.id, `industries: GB/T 4754 has no ${code}`)),
  );
}

function namesOf(concept: TradeConcept): string[] {
  return [...new Set([concept.zh, concept.en, ...concept.synonyms].map(foldText))];
}

function problem(file: string, entry: string, message: string): VocabularyProblem {
  return { file, entry, message };
}
