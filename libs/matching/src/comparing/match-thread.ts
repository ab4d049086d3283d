import { NeedReader, ParameterFinder } from '@app/need-reading';
import {
  Certificates,
  ConceptExtractor,
  ConceptVocabulary,
  readStopWords,
  readVocabularyFiles,
  Regions,
} from '@app/taxonomy';
import { type VectorRows, WordVectors } from '../vectors/word-vectors.js';
import { CandidateComparer } from './candidate-comparer.js';
import { MatchComputer, type MatchTasks } from './match-tasks.js';

/** What the process knows beside the files: it changes while a thread lives. */
export interface SharedKnowledge {
  /** Null when nothing was learnt yet. */
  readonly vectors: (VectorRows & { readonly version: string }) | null;
  /** The names that staff added to the vocabulary, by concept. */
  readonly names: readonly (readonly [id: string, names: readonly string[]])[];
}

/** A task as it is sent to a thread. */
export interface ThreadTask {
  readonly name: keyof MatchTasks;
  readonly input: unknown;
  /** Now, in milliseconds: threads have no clock of their own. */
  readonly now: number;
  /** Not 0 once nobody waits for the result. */
  readonly over: Int32Array | null;
  /** Which knowledge the result has to stand on. */
  readonly version: string;
  /** That knowledge; sent only to a thread that said it lacks it. */
  readonly knowledge?: SharedKnowledge;
}

/** What a thread answers: the result, that it was told to stop, or that it lacks the knowledge. */
export type ThreadAnswer = { readonly result: unknown } | { readonly over: true } | { readonly lacks: true };

class TaskIsOver extends Error {}

/** The computing part of matching in a thread, over the curated files and the knowledge that it was sent. */
export class MatchThread {
  private readonly certificates = Certificates.load();
  private readonly regions = Regions.load();
  private readonly curated = ConceptVocabulary.of(readVocabularyFiles());
  private readonly stopWords = readStopWords();
  private computer: MatchComputer | undefined;
  private version = '';
  private vectors: WordVectors | null = null;
  private now = new Date(0);

  /** Carries out a task; throws what the task throws. */
  run(task: ThreadTask): ThreadAnswer {
    if (task.knowledge) this.learn(task.version, task.knowledge);
    if (!this.computer || this.version !== task.version) return { lacks: true };
    this.now = new Date(task.now);
    const { over } = task;
    const atStep = (): void => {
      if (over && Atomics.load(over, 0) !== 0) throw new TaskIsOver();
    };
    try {
      return { result: this.computer[task.name](task.input as never, atStep) };
    } catch (error) {
      if (error instanceof TaskIsOver) return { over: true };
      throw error;
    }
  }

  private learn(version: string, { vectors, names }: SharedKnowledge): void {
    const vocabulary = this.curated.copy();
    for (const [id, words] of names) for (const word of words) vocabulary.learn(id, word);
    if (vectors?.version !== this.vectors?.version)
      this.vectors = vectors && new WordVectors(vectors, vectors.version);
    const { certificates, regions, stopWords } = this;
    const extractor = new ConceptExtractor(vocabulary, { certificates, regions, stopWords });
    const parameters = new ParameterFinder(vocabulary);
    const comparer = new CandidateComparer({
      vocabulary,
      extractor,
      certificates,
      regions,
      now: () => this.now,
      vectors: () => this.vectors,
    });
    const reader = new NeedReader(vocabulary, extractor, certificates, regions, parameters);
    this.computer = new MatchComputer(reader, comparer);
    this.version = version;
  }
}
