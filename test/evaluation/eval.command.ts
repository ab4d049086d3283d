import { resolve } from 'node:path';
import { Command, CommandRunner, Option } from 'nest-commander';
import { ENGINE_OPTION, engineNamed } from '../../apps/cli/src/platform/engine-choice.js';
import { evaluate, poolOf } from './evaluate.js';
import type { EvalOptions } from './eval-options.js';
import { measurePhrases } from './phrases/measure-phrases.js';
import { jsonOf, printEvaluation, printPool } from './report.js';

/** `eval`: how good matching and search are, on the judged and the recall set or on any collection. */
@Command({
  name: 'eval',
  description:
    'Quality of matching and search on judged collections, beside plain baselines in the same run.',
})
export class EvalCommand extends CommandRunner {
  override async run(_arguments: string[], options: EvalOptions): Promise<void> {
    if (options.phrases) return measurePhrases(options.phrases, options.json ?? false);
    if (options.pool) return printPool(await poolOf(options));
    const evaluation = await evaluate(options);
    printEvaluation(evaluation, options.details ?? false);
    if (options.json) console.log(JSON.stringify(jsonOf(evaluation)));
  }

  @Option({ flags: '--half <tune|report>', description: 'Which half of the judged set (report).' })
  parseHalf(value: string): EvalOptions['half'] {
    if (value !== 'tune' && value !== 'report') throw new Error('--half takes tune or report.');
    return value;
  }

  @Option({ flags: '--engine <name>', description: `Only this one: ${ENGINE_OPTION}` })
  parseEngine(value: string): EvalOptions['engine'] {
    return engineNamed(value);
  }

  @Option({
    flags: '--task <search|match>',
    description: 'Ask the search box, or post as a need (match).',
  })
  parseTask(value: string): EvalOptions['task'] {
    if (value !== 'search' && value !== 'match') throw new Error('--task takes search or match.');
    return value;
  }

  @Option({ flags: '--corpus <file>', description: 'JSON lines {id, text}: each becomes a capability.' })
  parseCorpus(value: string): string {
    return fromHere(value);
  }

  @Option({ flags: '--queries <file>', description: 'JSON lines {id, text}: what is asked for.' })
  parseQueries(value: string): string {
    return fromHere(value);
  }

  @Option({ flags: '--qrels <file>', description: 'Tab-separated query, document and grade.' })
  parseQrels(value: string): string {
    return fromHere(value);
  }

  @Option({
    flags: '--phrases <file>',
    description: 'Tab-separated phrase and count: how much of it the vocabulary knows.',
  })
  parsePhrases(value: string): string {
    return fromHere(value);
  }

  @Option({ flags: '--pool', description: 'List the pooled pairs of the judged set that have no grade.' })
  parsePool(): boolean {
    return true;
  }

  @Option({ flags: '--details', description: 'Show every query with its first ten.' })
  parseDetails(): boolean {
    return true;
  }

  @Option({ flags: '--without <vectors>', description: 'Measures without word vectors, to see their worth.' })
  parseWithout(value: string): EvalOptions['without'] {
    if (value !== 'vectors') throw new Error('--without takes vectors.');
    return value;
  }

  @Option({ flags: '--json', description: 'Print one JSON object as the last line.' })
  parseJson(): boolean {
    return true;
  }
}

/** A path as the caller of npm meant it: relative to the folder in which npm was called. */
function fromHere(path: string): string {
  return resolve(process.env['INIT_CWD'] ?? process.cwd(), path);
}
