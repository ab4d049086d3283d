import { Transactions } from '@app/database';
import { newId } from '@app/kernel';
import { ConceptExtractor, Regions } from '@app/taxonomy';
import type { INestApplicationContext } from '@nestjs/common';
import { type BenchText, random } from './bench-documents.js';

const BATCH = 2000;
const LONGEST_TITLE = 40;

/** The first thing that a text names: what a listing of it would be called. */
export function titleOf(text: string): string {
  const [first = ''] = text.split(/[。；;，,、\n]/, 1);
  return [...(first.trim() || text.trim() || '无题')].slice(0, LONGEST_TITLE).join('');
}

const INSERT_ORGANIZATIONS = `
  insert into organization (id, credit_code, name, normalised_name, region_code, claim_state, source, source_name)
  select id, code, name, name, region, 'CLAIMED', 'DECLARED', 'benchmark'
    from jsonb_to_recordset($1::jsonb) as o(id uuid, code text, name text, region text)`;
const INSERT_CAPABILITIES = `
  insert into capability (id, organization_id, kind, state, title, description, concepts, fact_state)
  select c.capability, c.id, 'PRODUCT', 'PUBLISHED', c.title, c.text, c.concepts, 'DECLARED'
    from jsonb_to_recordset($1::jsonb) as c(id uuid, capability uuid, title text, text text, concepts jsonb)`;

/** Stores each text as the description of a capability of a supplier of its own; gives capability ids by text id. */
export async function seedCapabilities(
  app: INestApplicationContext,
  texts: readonly BenchText[],
  onProgress: (count: number) => void,
): Promise<ReadonlyMap<string, string>> {
  const transactions = app.get(Transactions);
  const extractor = app.get(ConceptExtractor, { strict: false });
  const cities = app.get(Regions, { strict: false });
  const places = ['31', '32', '33', '34'].flatMap((province) =>
    cities.children(province).map((city) => city.code),
  );
  const next = random(1);
  const ids = new Map<string, string>();
  for (let from = 0; from < texts.length; from += BATCH) {
    const rows = texts.slice(from, from + BATCH).map(({ id, text }, i) => {
      const capability = newId();
      ids.set(id, capability);
      const number = String(from + i).padStart(9, '0');
      const region = places[Math.floor(next() * places.length)];
      return {
        id: newId(),
        capability,
        code: `BENCH${number}`,
        name: `基准企业${number}`,
        region,
        title: titleOf(text),
        text,
        concepts: extractor.extract(text),
      };
    });
    await transactions.run(async () => {
      await transactions.query(INSERT_ORGANIZATIONS, [JSON.stringify(rows)]);
      await transactions.query(INSERT_CAPABILITIES, [JSON.stringify(rows)]);
    });
    onProgress(from + rows.length);
  }
  return ids;
}
