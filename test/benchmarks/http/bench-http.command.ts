import { Command, CommandRunner, Option } from 'nest-commander';
import { measureHttp } from './measure-http.js';

/** `bench:http`: how the list of open needs holds up under load, beside the same SQL behind a bare route. */
@Command({
  name: 'bench:http',
  description:
    'Measures the list of open needs over GraphQL, beside the same SQL behind a bare Fastify route.',
})
export class BenchHttpCommand extends CommandRunner {
  override async run(_arguments: string[], { json = false }: { json?: boolean }): Promise<void> {
    const outcome = await measureHttp();
    if (json) console.log(JSON.stringify(outcome));
  }

  @Option({ flags: '--json', description: 'Print one JSON object as the last line.' })
  parseJson(): boolean {
    return true;
  }
}
