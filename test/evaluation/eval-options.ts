import type { EngineName } from '@app/search';
import type { EvalTask } from './contest/collection.js';
import type { Half } from './judged/judged-set.js';

/** How the evaluation is asked for. */
export interface EvalOptions {
  readonly half?: Half;
  /** Only this engine; without, every one that can be reached. */
  readonly engine?: EngineName;
  readonly task?: EvalTask;
  readonly corpus?: string;
  readonly queries?: string;
  readonly qrels?: string;
  /** Trade phrases with counts: the coverage of the vocabulary instead of rankings. */
  readonly phrases?: string;
  /** Lists the pooled pairs that nobody has judged. */
  readonly pool?: boolean;
  /** Shows every query with its first ten. */
  readonly details?: boolean;
  /** What matching has to do without, to see what it is worth. */
  readonly without?: 'vectors';
  readonly json?: boolean;
}
