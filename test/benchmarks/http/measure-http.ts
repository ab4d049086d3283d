import { ProgressLine } from '../../../apps/cli/src/output/progress-line.js';
import { table } from '../../../apps/cli/src/output/table.js';
import { withBenchDatabase } from '../bench-database.js';
import { BenchClient } from '../http-client.js';
import { load, type LoadOutcome, median } from '../latency.js';
import { API, startServer, type ServerProgram } from '../server-process.js';
import { NEEDS, seedNeeds } from './seed-needs.js';

const BARE_ROUTE: ServerProgram = {
  module: './http/bare-route.main',
  readyPath: '/needs',
  portVariable: 'PORT',
};
const CONNECTIONS = 16;
const WARM_UP_CALLS = 3000;
const ROUNDS = 9;
const CALLS_PER_ROUND = 800;

const OPERATION = `query OpenNeeds {
  procurementNeeds(first: 20) {
    edges { node { title replyDeadline organization { name } } }
    pageInfo { hasNextPage }
  }
}`;

/** What `bench:http` found; rates are the medians of its rounds. */
export interface HttpOutcome {
  readonly rps: number;
  readonly p95Ms: number;
  readonly bareRps: number;
  readonly bareP95Ms: number;
  /** GraphQL's rate as a share of the bare route's. */
  readonly ratio: number;
}

interface ListedNeed {
  readonly title: string;
  readonly replyDeadline: string;
  readonly buyer: string | undefined;
}

interface NeedsPage {
  readonly procurementNeeds: {
    readonly edges: readonly { node: ListedNeed & { organization: { name: string } | null } }[];
    readonly pageInfo: { readonly hasNextPage: boolean };
  };
}

/** Measures both in turns, so that what else the machine does strikes both alike, and prints a table. */
export async function measureHttp(): Promise<HttpOutcome> {
  const outcome = await withBenchDatabase(async (databaseUrl, dataDir) => {
    const storing = new ProgressLine('store');
    await seedNeeds(databaseUrl, (needs) => storing.show(`${needs} of ${NEEDS} needs`));
    storing.end();
    const environment = { DATABASE_URL: databaseUrl, DATA_DIR: dataDir };
    const [api, bare] = await Promise.all([
      startServer(API, environment),
      startServer(BARE_ROUTE, environment),
    ]);
    try {
      return await measureBoth(new BenchClient(api.url, CONNECTIONS), new BenchClient(bare.url, CONNECTIONS));
    } finally {
      await Promise.all([api.stop(), bare.stop()]);
    }
  });
  console.log(table(Object.entries(outcome)));
  return outcome;
}

async function measureBoth(api: BenchClient, bare: BenchClient): Promise<HttpOutcome> {
  await expectTheSame(api, bare);
  const askApi = async () => void (await api.graphql(OPERATION));
  const askBare = async () => void (await bare.get('/needs'));
  await load(WARM_UP_CALLS, CONNECTIONS, askApi);
  await load(WARM_UP_CALLS, CONNECTIONS, askBare);
  const progress = new ProgressLine('measure');
  const rounds: { api: LoadOutcome; bare: LoadOutcome }[] = [];
  for (let round = 1; round <= ROUNDS; round++) {
    rounds.push({
      api: await load(CALLS_PER_ROUND, CONNECTIONS, askApi),
      bare: await load(CALLS_PER_ROUND, CONNECTIONS, askBare),
    });
    progress.show(`round ${round} of ${ROUNDS}`);
  }
  progress.end();
  api.close();
  bare.close();
  const rps = median(rounds.map((round) => round.api.rps));
  const bareRps = median(rounds.map((round) => round.bare.rps));
  return {
    rps,
    p95Ms: median(rounds.map((round) => round.api.latencies.percentile(0.95))),
    bareRps,
    bareP95Ms: median(rounds.map((round) => round.bare.latencies.percentile(0.95))),
    ratio: Math.round((rps / bareRps) * 1000) / 1000,
  };
}

/** A comparison of two different answers would be none. */
async function expectTheSame(api: BenchClient, bare: BenchClient): Promise<void> {
  const page = (await api.graphql<NeedsPage>(OPERATION)).procurementNeeds;
  const listed = page.edges.map(({ node: { title, replyDeadline, organization } }) => ({
    title,
    replyDeadline,
    buyer: organization?.name,
  }));
  const { needs } = JSON.parse(await bare.get('/needs')) as { needs: (ListedNeed & { id: string })[] };
  const bareList = needs.map(({ title, replyDeadline, buyer }) => ({ title, replyDeadline, buyer }));
  if (listed.length !== 20 || JSON.stringify(listed) !== JSON.stringify(bareList))
    throw new Error('GraphQL and the bare route do not give the same 20 needs: nothing was measured.');
}
