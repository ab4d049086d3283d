import { Memberships, Sessions, Users } from '@app/identity';
import { encodeGlobalId, newId } from '@app/kernel';
import { Client } from 'pg';
import type { BenchMarket } from './bench-market.js';
import { BenchClient } from './http-client.js';

const SEARCH = `query SoakSearch($text: String!) {
  search(index: CAPABILITIES, text: $text, facets: [CITY, KIND], page: 1, pageSize: 20) {
    total facets { facet values { value label count } } hits { score titleHighlight item { ... on Capability { id title organization { name } } } } } }`;
const MATCH = `query SoakMatch($text: String!) {
  matchesForWords(text: $text, first: 20) { matches { organization { name } card { score reachable criteria { key state } } } } }`;
const LIST = `query SoakNeeds { procurementNeeds(first: 20) { edges { node { title replyDeadline organization { name } } } } }`;
const CREATE = `mutation SoakNeed($input: CreateProcurementNeedInput!) { createProcurementNeed(input: $input) {
  __typename ... on CreateProcurementNeedPayload { procurementNeed { id } } } }`;

/** Of twenty requests so many are of each kind: people look far more often than they write. */
const MIX = { search: 10, match: 3, list: 6, draft: 1 };
const TURN = Object.values(MIX).reduce((sum, share) => sum + share, 0);
const LONGEST_SEARCH = 200;
const INSERT_BUYER = `insert into organization (id, credit_code, name, normalised_name, claim_state, source)
  values ($1, 'SOAKBUYER', '长测采购有限公司', '长测采购有限公司', 'CLAIMED', 'REGISTRATION')`;

/** A buyer of the measurement, with what signs it in. */
interface Buyer {
  readonly token: string;
  readonly organizationId: string;
}

/** What visitors and buyers ask of a platform in the course of a day, mixed, always in the same order. */
export class SoakTraffic {
  private constructor(
    private readonly client: BenchClient,
    private readonly texts: readonly string[],
    private readonly buyer: Buyer,
  ) {}

  static async on(market: BenchMarket, connections: number): Promise<SoakTraffic> {
    return new SoakTraffic(
      new BenchClient(market.api.url, connections),
      market.queries.map(({ text }) => text),
      await aBuyer(market),
    );
  }

  /** Makes the request with this number; throws unless it was answered as it should be. */
  async send(number: number): Promise<void> {
    const text = this.texts[number % this.texts.length] ?? '模具';
    const turn = (number * 7) % TURN;
    if (turn < MIX.search) {
      await this.client.graphql(SEARCH, { text: [...text].slice(0, LONGEST_SEARCH).join('') });
    } else if (turn < MIX.search + MIX.match) {
      await this.client.graphql(MATCH, { text: `采购${text}，浙江优先` });
    } else if (turn < MIX.search + MIX.match + MIX.list) {
      await this.client.graphql(LIST);
    } else {
      await this.draft(number, text);
    }
  }

  close(): void {
    this.client.close();
  }

  private async draft(number: number, text: string): Promise<void> {
    const { token, organizationId } = this.buyer;
    const input = {
      actingOrganizationId: organizationId,
      clientMutationId: `soak-${number}`,
      title: `${text} ${number}`,
      lines: [{}],
    };
    const answer = await this.client.graphql<{ createProcurementNeed: { __typename: string } }>(
      CREATE,
      { input },
      token,
    );
    const { __typename: outcome } = answer.createProcurementNeed;
    if (outcome !== 'CreateProcurementNeedPayload') throw new Error(`A need was answered with ${outcome}.`);
  }
}

async function aBuyer({ app, databaseUrl }: BenchMarket): Promise<Buyer> {
  const user = await app
    .get(Users, { strict: false })
    .createVerified({ name: '采购员', phone: '13800000000', password: '西湖醋鱼 2025', locale: 'zh' });
  const id = newId();
  const client = new Client({ connectionString: databaseUrl });
  await client.connect();
  try {
    await client.query(INSERT_BUYER, [id]);
  } finally {
    await client.end();
  }
  await app.get(Memberships, { strict: false }).grantOwner(id, user.id);
  const { token } = await app.get(Sessions, { strict: false }).openSession(user.id, '203.0.113.1');
  return { token, organizationId: encodeGlobalId('Organization', id) };
}
