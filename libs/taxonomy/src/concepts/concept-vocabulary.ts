import { createHash } from 'node:crypto';
import { foldText, type Locale } from '@app/kernel';
import { NameSearch } from '../phrases/name-search.js';
import { PhraseTrie } from '../phrases/phrase-trie.js';
import { readVocabularyFiles, type VocabularyFiles } from './concept-files.js';
import type { ConceptParameter, TradeConcept } from './trade-concept.js';
import { describeProblems, vocabularyProblems } from './vocabulary-rules.js';

/** What a vocabulary is made of: all but names that were learnt is shared by its copies. */
interface VocabularyParts {
  readonly byId: ReadonlyMap<string, TradeConcept>;
  readonly parameters: ReadonlyMap<string, ConceptParameter>;
  readonly narrowerOf: ReadonlyMap<string, readonly string[]>;
  readonly compoundsOf: ReadonlyMap<string, readonly string[]>;
  readonly nearTo: ReadonlyMap<string, ReadonlySet<string>>;
  readonly names: NameSearch<TradeConcept>;
  readonly byName: PhraseTrie<readonly TradeConcept[]>;
  readonly learnt: Map<string, Set<string>>;
}

/** The vocabulary that matching stands on: the trade concepts, their names and how they relate. */
export class ConceptVocabulary {
  private readonly byId: ReadonlyMap<string, TradeConcept>;
  private readonly parameters: ReadonlyMap<string, ConceptParameter>;
  private readonly narrowerOf: ReadonlyMap<string, readonly string[]>;
  private readonly compoundsOf: ReadonlyMap<string, readonly string[]>;
  private readonly nearTo: ReadonlyMap<string, ReadonlySet<string>>;
  private readonly names: NameSearch<TradeConcept>;
  private readonly byName: PhraseTrie<readonly TradeConcept[]>;
  /** Names that staff added to those of the curated files, folded, by concept. */
  private readonly learnt: Map<string, Set<string>>;
  private digest: string | undefined;
  private changes = 0;

  constructor(
    concepts: readonly TradeConcept[],
    parameters: readonly ConceptParameter[] = [],
    parts: VocabularyParts = partsOf(concepts, parameters),
  ) {
    this.byId = parts.byId;
    this.parameters = parts.parameters;
    this.narrowerOf = parts.narrowerOf;
    this.compoundsOf = parts.compoundsOf;
    this.nearTo = parts.nearTo;
    this.names = parts.names;
    this.byName = parts.byName;
    this.learnt = parts.learnt;
  }

  /** The vocabulary of the data files; throws with every problem when they break a rule. */
  static load(industryExists: (code: string) => boolean, folder?: string): ConceptVocabulary {
    const files = readVocabularyFiles(folder);
    const problems = vocabularyProblems(files, industryExists);
    if (problems.length > 0) throw new Error(describeProblems(problems));
    return ConceptVocabulary.of(files);
  }

  /** The vocabulary of files already read; what could not be read is missing from it. */
  static of(files: VocabularyFiles): ConceptVocabulary {
    return new ConceptVocabulary(
      files.concepts.map(({ value }) => value),
      files.parameters.map(({ value }) => value),
    );
  }

  /** A vocabulary of the same curated files that learns names by itself and shares everything else. */
  copy(): ConceptVocabulary {
    const { byId, parameters, narrowerOf, compoundsOf, nearTo, names } = this;
    const byName = this.byName.copy();
    const learnt = new Map([...this.learnt].map(([id, own]) => [id, new Set(own)]));
    const parts = { byId, parameters, narrowerOf, compoundsOf, nearTo, names, byName, learnt };
    return new ConceptVocabulary([], [], parts);
  }

  /**
   * The version of the curated files: 16 hexadecimal digits of the SHA-256 over all concepts. Names that staff added beside
   * them do not change it.
   */
  get version(): string {
    this.digest ??= createHash('sha256').update(JSON.stringify(this.all())).digest('hex').slice(0, 16);
    return this.digest;
  }

  /** A concept by its id; undefined when there is none. */
  get(id: string): TradeConcept | undefined {
    return this.byId.get(id);
  }

  /** All concepts, file by file. */
  all(): readonly TradeConcept[] {
    return [...this.byId.values()];
  }

  /** The name of a concept in a language; the id itself when it is unknown. */
  name(id: string, locale: Locale): string {
    return this.byId.get(id)?.[locale] ?? id;
  }

  /** A typed parameter by its id; undefined when there is none. */
  parameter(id: string): ConceptParameter | undefined {
    return this.parameters.get(id);
  }

  /** All typed parameters. */
  allParameters(): readonly ConceptParameter[] {
    return [...this.parameters.values()];
  }

  /** The ids of the broader concepts, the nearest first. */
  ancestors(id: string): string[] {
    const above = new Set<string>();
    let next = this.byId.get(id)?.broader;
    for (; next && next !== id && !above.has(next); next = this.byId.get(next)?.broader) above.add(next);
    return [...above];
  }

  /** The ids of the concepts directly below one. */
  narrower(id: string): readonly string[] {
    return this.narrowerOf.get(id) ?? [];
  }

  /** The ids of the concepts whose name holds this one: aluminium die castings for die casting. */
  compounds(id: string): readonly string[] {
    return this.compoundsOf.get(id) ?? [];
  }

  /** The ids of the concepts that are related to one, whichever of the two declares it. */
  near(id: string): ReadonlySet<string> {
    return this.nearTo.get(id) ?? NONE;
  }

  /** The ids of all narrower concepts, nearer ones first. */
  descendants(id: string): string[] {
    const below = new Set(this.narrower(id));
    for (const next of below)
      this.narrower(next).forEach((narrower) => narrower !== id && below.add(narrower));
    return [...below];
  }

  /** All names and synonyms of a concept, folded, each once; for searching where an engine knows no synonyms. */
  expand(id: string): string[] {
    return [...new Set([...this.curated(id), ...(this.learnt.get(id) ?? [])])];
  }

  /** Grows with every name that is learnt or forgotten: what a copy elsewhere goes by. */
  get learntVersion(): number {
    return this.changes;
  }

  /** The names that staff added, by concept. */
  learntNames(): [id: string, names: string[]][] {
    return Array.from(this.learnt, ([id, names]) => [id, [...names]]);
  }

  /** Makes words a further name of a concept, from now on and in this process; false when there is no such concept. */
  learn(id: string, words: string): boolean {
    const concept = this.byId.get(id);
    const name = foldText(words);
    if (!concept || name === '') return false;
    this.changes++;
    this.learnt.set(id, (this.learnt.get(id) ?? new Set()).add(name));
    const bearers = this.byName.get(name) ?? [];
    if (!bearers.includes(concept)) this.byName.put(name, [...bearers, concept]);
    return true;
  }

  /** Takes back what was learnt; curated names stay. */
  forget(id: string, words: string): void {
    const name = foldText(words);
    this.changes++;
    if (!this.learnt.get(id)?.delete(name) || this.curated(id).includes(name)) return;
    const others = (this.byName.get(name) ?? []).filter((concept) => concept.id !== id);
    if (others.length > 0) this.byName.put(name, others);
    else this.byName.remove(name);
  }

  /** The concepts that bear exactly this name; more than one for a homonym. */
  named(name: string): readonly TradeConcept[] {
    return this.byName.get(foldText(name)) ?? [];
  }

  /** The names as the extractor looks for them. */
  phrases(): PhraseTrie<readonly TradeConcept[]> {
    return this.byName;
  }

  /** Concepts by a part of a name or synonym, for typing help. */
  search(text: string, limit: number): TradeConcept[] {
    return this.names.find(text, limit);
  }

  private curated(id: string): string[] {
    const concept = this.byId.get(id);
    return concept ? curatedNames(concept) : [];
  }
}

/** All names and synonyms that the curated files give a concept, folded, each once. */
function curatedNames({ zh, en, synonyms }: TradeConcept): string[] {
  return [...new Set([zh, en, ...synonyms].map(foldText))];
}

const NONE: ReadonlySet<string> = new Set();

/** Which concepts stand near which, both ways. */
function nearOnes(concepts: readonly TradeConcept[]): Map<string, Set<string>> {
  const nearTo = new Map<string, Set<string>>();
  const link = (one: string, other: string) => nearTo.set(one, (nearTo.get(one) ?? new Set()).add(other));
  for (const { id, near = [] } of concepts)
    for (const other of near) {
      link(id, other);
      link(other, id);
    }
  return nearTo;
}

function partsOf(
  concepts: readonly TradeConcept[],
  parameters: readonly ConceptParameter[],
): VocabularyParts {
  const narrowerOf = new Map<string, string[]>();
  const compoundsOf = new Map<string, string[]>();
  const byName = new PhraseTrie<readonly TradeConcept[]>();
  for (const concept of concepts) {
    const { id, broader, composedOf } = concept;
    if (broader) narrowerOf.set(broader, [...(narrowerOf.get(broader) ?? []), id]);
    for (const part of composedOf) compoundsOf.set(part, [...(compoundsOf.get(part) ?? []), id]);
    for (const name of curatedNames(concept)) byName.put(name, [...(byName.get(name) ?? []), concept]);
  }
  return {
    byId: new Map(concepts.map((concept) => [concept.id, concept])),
    parameters: new Map(parameters.map((parameter) => [parameter.id, parameter])),
    narrowerOf,
    compoundsOf,
    nearTo: nearOnes(concepts),
    names: new NameSearch(concepts, ({ zh, en, synonyms }) => [zh, en, ...synonyms]),
    byName,
    learnt: new Map(),
  };
}
