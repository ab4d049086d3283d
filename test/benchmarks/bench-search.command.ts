import { SearchEngine, type SearchRequest } from '@app/search';
import { Command } from 'nest-commander';
import { ProgressLine } from '../../apps/cli/src/output.js';
import { type BenchMarket, withBenchMarket } from './bench-market.js';
import { BenchClient } from './http-client.js';
import { Latencies, load, timed } from './latency.js';
import { MeasuredCommand, type MeasuredOptions, printOutcome } from './measured.command.js';

/** What the result list of the portal asks for. */
const OPERATION = `query BenchSearch($text: String!, $regions: [String!]!) {
  search(index: CAPABILITIES, text: $text, filter: { regions: $regions }, facets: [CITY, INDUSTRY, KIND], page: 1, pageSize: 20) {
    total degraded relaxed
    facets { facet values { value label count } }
    hits { score titleHighlight textHighlight item { ... on Capability { id title organization { name region { name } } } } }
  }
}`;

const PROVINCES = ['31', '32', '33', '34'];
/** The longest text that the search box takes. */
const LONGEST = 200;
const WARM_UP = 50;
const CLIENTS = 20;

interface Question {
  readonly text: string;
  readonly regions: readonly string[];
}

interface SearchPage {
  readonly total: number;
  readonly degraded: boolean;
  readonly hits: readonly object[];
}

/** Measures search one question after the other and from twenty clients at once. */
export async function measureSearch(market: BenchMarket) {
  const questions = market.queries.map(({ text }, i) => ({
    text: [...text].slice(0, LONGEST).join(''),
    regions: [PROVINCES[i % PROVINCES.length] ?? '33'],
  }));
  const { overHttp, direct, answered } = await askInTurn(market, questions);
  const crowd = await askAtOnce(market, questions);
  return {
    engine: market.engine,
    documents: market.documents,
    queries: questions.length,
    answered,
    p50Ms: overHttp.percentile(0.5),
    p95Ms: overHttp.percentile(0.95),
    rps: crowd.rps,
    p95MsOf20Clients: crowd.latencies.percentile(0.95),
    degradedOf20Clients: crowd.degraded,
    directP50Ms: direct.percentile(0.5),
    directP95Ms: direct.percentile(0.95),
    addedP50Ms: Math.round((overHttp.percentile(0.5) - direct.percentile(0.5)) * 100) / 100,
    rssMb: market.api.rssMb(),
    reindexSeconds: market.reindexed.seconds,
    reindexedPerSecond: Math.round(market.documents / Math.max(0.001, market.reindexed.seconds)),
  };
}

/** Each question over the network and then to the engine in this process, so that a busy moment strikes both. */
async function askInTurn(
  { app, api }: BenchMarket,
  questions: readonly Question[],
): Promise<{ overHttp: Latencies; direct: Latencies; answered: number }> {
  const client = new BenchClient(api.url, 1);
  const engine = app.get(SearchEngine, { strict: false });
  const progress = new ProgressLine('search');
  const overHttp: number[] = [];
  const direct: number[] = [];
  let answered = 0;
  for (let i = -Math.min(WARM_UP, questions.length); i < questions.length; i++) {
    const question = questions[i < 0 ? -1 - i : i] as Question;
    const [page, far] = await timed(() => ask(client, question));
    if (page.degraded) throw new Error('The platform answered without the engine: nothing was measured.');
    const [, near] = await timed(() => engine.search(requestOf(question)));
    if (i < 0) continue;
    overHttp.push(far);
    direct.push(near);
    if (page.hits.length > 0) answered++;
    progress.show(`${i + 1} of ${questions.length} questions`);
  }
  progress.end();
  client.close();
  if (answered === 0) throw new Error('Not one question found a document: nothing was measured.');
  return { overHttp: new Latencies(overHttp), direct: new Latencies(direct), answered };
}

/** Many at once may be more than an engine can bear: who is answered without it, as then happens, is counted. */
async function askAtOnce({ api }: BenchMarket, questions: readonly Question[]) {
  const client = new BenchClient(api.url, CLIENTS);
  let degraded = 0;
  try {
    const crowd = await load(questions.length, CLIENTS, async (i) => {
      const page = await ask(client, questions[i] as Question);
      if (page.degraded) degraded++;
    });
    return { ...crowd, degraded };
  } finally {
    client.close();
  }
}

async function ask(client: BenchClient, question: Question): Promise<SearchPage> {
  return (await client.graphql<{ search: SearchPage }>(OPERATION, { ...question })).search;
}

/** The same question as the engine gets it. */
function requestOf({ text, regions }: Question): SearchRequest {
  return {
    index: 'capabilities',
    text,
    filter: [{ field: 'province', anyOf: regions }],
    facets: ['city', 'industry', 'kind'],
    page: 1,
    hitsPerPage: 20,
    highlight: true,
  };
}

/** `bench:search`: how long the search box takes over the network, beside the engine called directly. */
@Command({
  name: 'bench:search',
  description:
    'Measures GraphQL search with text, region, facets and 20 hits, beside the engine called directly.',
})
export class BenchSearchCommand extends MeasuredCommand {
  override async run(_arguments: string[], options: MeasuredOptions): Promise<void> {
    printOutcome(await withBenchMarket(options, measureSearch), options);
  }
}
