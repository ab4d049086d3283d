import { newId } from '@app/kernel';
import { Command, CommandRunner, Option } from 'nest-commander';
import { Client } from 'pg';
import { ProgressLine, table } from '../../apps/cli/src/output.js';
import { withBenchDatabase } from './bench-database.js';
import { BenchClient } from './http-client.js';
import { load, type LoadOutcome, median } from './latency.js';
import { API, type ServerProgram, startServer } from './server-process.js';

/** Needs of the measurement, and the buyers that they are spread over. */
const NEEDS = 10_000;
const BUYERS = 500;
const BATCH = 1000;

const INSERT_BUYERS = `
  insert into organization (id, credit_code, name, normalised_name, region_code, claim_state, source, source_name)
  select id, code, name, name, '330100', 'CLAIMED', 'DECLARED', 'benchmark'
    from jsonb_to_recordset($1::jsonb) as o(id uuid, code text, name text)`;
const INSERT_NEEDS = `
  insert into procurement_need (id, organization_id, kind, state, visibility, title, description, reply_deadline, published_at)
  select id, buyer, 'PART', 'PUBLISHED', 'PUBLIC', title, description, now() + make_interval(days => 10, mins => minutes), now()
    from jsonb_to_recordset($1::jsonb) as n(id uuid, buyer uuid, title text, description text, minutes int)`;

/** Stores published needs of many buyers, their reply deadlines a minute apart. */
export async function seedNeeds(databaseUrl: string, onProgress: (needs: number) => void): Promise<void> {
  const client = new Client({ connectionString: databaseUrl });
  await client.connect();
  try {
    const buyers = Array.from({ length: BUYERS }, (_, i) => {
      const number = String(i).padStart(4, '0');
      return { id: newId(), code: `BENCHBUYER${number}`, name: `基准采购企业${number}有限公司` };
    });
    await client.query(INSERT_BUYERS, [JSON.stringify(buyers)]);
    for (let from = 0; from < NEEDS; from += BATCH) {
      const needs = Array.from({ length: BATCH }, (_, i) =>
        needOf(from + i, buyers[(from + i) % BUYERS]?.id ?? ''),
      );
      await client.query(INSERT_NEEDS, [JSON.stringify(needs)]);
      onProgress(from + BATCH);
    }
    await client.query('analyze organization, procurement_need');
  } finally {
    await client.end();
  }
}

function needOf(number: number, buyer: string): object {
  return {
    id: newId(),
    buyer,
    title: `铝合金压铸电机壳体 第${number}号`,
    description: `月需${100 + (number % 900)}件，材料ADC12，气密性0.2MPa，随货附材质证明。`.repeat(3),
    minutes: number,
  };
}

const BARE_ROUTE: ServerProgram = {
  module: './bare-route.main',
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
interface HttpOutcome {
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
async function measureHttp(): Promise<HttpOutcome> {
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
