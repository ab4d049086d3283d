import { newId } from '@app/kernel';
import { Client } from 'pg';

/** Needs of the measurement, and the buyers that they are spread over. */
export const NEEDS = 10_000;
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
