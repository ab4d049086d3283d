import { LoaderScope } from '@app/kernel';
import { CurrentVectors, MatchesService } from '@app/matching';
import { plainWords } from '@app/need-reading';
import { Command } from 'nest-commander';
import { ProgressLine } from '../../apps/cli/src/output.js';
import { type BenchMarket, withBenchMarket } from './bench-market.js';
import { BenchClient } from './http-client.js';
import { Latencies, timed } from './latency.js';
import { MeasuredCommand, type MeasuredOptions, printOutcome } from './measured.command.js';

/** The first screen's question: the twenty best suppliers, each with every reason on its card. */
const OPERATION = `query BenchMatches($text: String!) {
  matchesForWords(text: $text, first: 20) {
    subject compared
    parts { role text conceptName }
    conditions { label value }
    matches {
      organization { id name region { name } }
      capability { id title description }
      card { score reachable factsKnown factsAsked decidingFact criteria { key name state score weight reason } }
    }
  }
}`;

const WARM_UP = 20;

interface MatchAnswer {
  readonly matchesForWords: { readonly matches: readonly object[] };
}

interface Measured {
  readonly overHttp: Latencies;
  /** The same list made in this process: what GraphQL and the network add stands beside it. */
  readonly direct: Latencies;
  readonly found: number;
}

/** Measures matching one need after the other. */
export async function measureMatching(market: BenchMarket) {
  const { overHttp, direct, found } = await askAll(market);
  return {
    engine: market.engine,
    documents: market.documents,
    queries: market.queries.length,
    answered: found,
    p50Ms: overHttp.percentile(0.5),
    p95Ms: overHttp.percentile(0.95),
    directP50Ms: direct.percentile(0.5),
    directP95Ms: direct.percentile(0.95),
    rssMb: market.api.rssMb(),
    reindexSeconds: market.reindexed.seconds,
    reindexedPerSecond: Math.round(market.documents / Math.max(0.001, market.reindexed.seconds)),
  };
}

async function askAll({ app, api, queries }: BenchMarket): Promise<Measured> {
  const client = new BenchClient(api.url, 1);
  const lists = app.get(MatchesService, { strict: false });
  await app.get(CurrentVectors, { strict: false }).refresh();
  const progress = new ProgressLine('match');
  const overHttp: number[] = [];
  const direct: number[] = [];
  let found = 0;
  for (let i = -Math.min(WARM_UP, queries.length); i < queries.length; i++) {
    const { text } = queries[i < 0 ? -1 - i : i] ?? { text: '' };
    const [answer, far] = await timed(() => client.graphql<MatchAnswer>(OPERATION, { text }));
    const [, near] = await timed(() =>
      lists.listMatches(plainWords(text), 20, { locale: 'zh', loaders: new LoaderScope() }),
    );
    if (i < 0) continue;
    overHttp.push(far);
    direct.push(near);
    if (answer.matchesForWords.matches.length > 0) found++;
    progress.show(`${i + 1} of ${queries.length} needs`);
  }
  progress.end();
  client.close();
  if (found === 0) throw new Error('Not one need found a supplier: nothing was measured.');
  return { overHttp: new Latencies(overHttp), direct: new Latencies(direct), found };
}

/** `bench:match`: how long a need in plain words takes to become twenty explained matches. */
@Command({
  name: 'bench:match',
  description: 'Measures how long a need in plain words takes to become 20 explained matches over GraphQL.',
})
export class BenchMatchCommand extends MeasuredCommand {
  override async run(_arguments: string[], options: MeasuredOptions): Promise<void> {
    printOutcome(await withBenchMarket(options, measureMatching), options);
  }
}
