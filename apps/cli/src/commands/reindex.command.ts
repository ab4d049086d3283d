import { type EngineName, Reindexer } from '@app/search';
import { Command, CommandRunner, Option } from 'nest-commander';
import { ProgressLine, table } from '../output.js';
import { ENGINE_OPTION, engineNamed, useEngine, withPlatform } from '../platform/with-platform.js';

/** `reindex`: builds new indexes and swaps them in. */
@Command({ name: 'reindex', description: 'Builds new search indexes and swaps them in.' })
export class ReindexCommand extends CommandRunner {
  override async run(
    _arguments: string[],
    { engine: asked, json = false }: { engine?: EngineName; json?: boolean },
  ): Promise<void> {
    const engine = useEngine(asked);
    await withPlatform(async ({ app }) => {
      const progress = new ProgressLine('reindex');
      const outcomes = await app
        .get(Reindexer, { strict: false })
        .rebuildIndexes(undefined, ({ index, documents, total }) =>
          progress.show(`${index} ${documents} of ${total}`),
        );
      progress.end();
      const documents = outcomes.reduce((sum, outcome) => sum + outcome.documents, 0);
      const seconds = Math.round(outcomes.reduce((sum, outcome) => sum + outcome.seconds, 0) * 1000) / 1000;
      console.log(
        table([['index', 'documents', 'seconds'], ...outcomes.map((o) => [o.index, o.documents, o.seconds])]),
      );
      if (json)
        console.log(
          JSON.stringify({
            engine,
            documents,
            seconds,
            documentsPerSecond: Math.round(documents / Math.max(0.001, seconds)),
            indexes: outcomes,
          }),
        );
    });
  }

  @Option({ flags: '--engine <name>', description: ENGINE_OPTION })
  parseEngine(value: string): EngineName {
    return engineNamed(value);
  }

  @Option({ flags: '--json', description: 'Print one JSON object as the last line.' })
  parseJson(): boolean {
    return true;
  }
}
