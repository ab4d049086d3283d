import { Transactions } from '@app/database';
import { newId } from '@app/kernel';
import { Certificates, ConceptExtractor } from '@app/taxonomy';
import type { INestApplicationContext } from '@nestjs/common';
import type { EvalDocument } from './collection.js';

const BATCH = 2000;

const INSERT_ORGANIZATIONS = `
  insert into organization (id, credit_code, name, normalised_name, region_code, claim_state, source, source_name)
  select id, code, name, name, region, 'CLAIMED', 'DECLARED', 'evaluation'
    from jsonb_to_recordset($1::jsonb) as o(id uuid, code text, name text, region text)`;
const INSERT_CERTIFICATES = `
  insert into organization_certificate (id, organization_id, kind_id, fact_state)
  select gen_random_uuid(), o.id, kind, 'DECLARED'
    from jsonb_to_recordset($1::jsonb) as o(id uuid, certificates jsonb),
         jsonb_array_elements_text(o.certificates) as kind`;
const INSERT_CAPABILITIES = `
  insert into capability (id, organization_id, kind, state, title, description, concepts, fact_state)
  select c.capability, c.id, 'PRODUCT', 'PUBLISHED', c.title, c.description, c.concepts, 'DECLARED'
    from jsonb_to_recordset($1::jsonb)
      as c(id uuid, capability uuid, title text, description text, concepts jsonb)`;

/** Stores each document as a published capability of a supplier of its own; gives document ids by capability id. */
export async function seedListings(
  app: INestApplicationContext,
  documents: readonly EvalDocument[],
  onProgress: (count: number) => void,
): Promise<ReadonlyMap<string, string>> {
  const transactions = app.get(Transactions);
  const extractor = app.get(ConceptExtractor, { strict: false });
  const certificates = app.get(Certificates, { strict: false });
  const ids = new Map<string, string>();
  for (let from = 0; from < documents.length; from += BATCH) {
    const rows = documents.slice(from, from + BATCH).map((document, i) => {
      const number = String(from + i).padStart(9, '0');
      const said = `${document.title}\n${document.description}`;
      const row = {
        id: newId(),
        capability: newId(),
        code: `BENCH${number}`,
        name: document.organization ?? `评测企业${number}`,
        region: document.region ?? null,
        title: document.title,
        description: document.description,
        certificates: document.declaresCertificates
          ? [...new Set(certificates.findAll(said).map(({ id }) => id))]
          : [],
        concepts: extractor.extract(said),
      };
      ids.set(row.capability, document.id);
      return row;
    });
    await transactions.run(async () => {
      const values = [JSON.stringify(rows)];
      await transactions.query(INSERT_ORGANIZATIONS, values);
      await transactions.query(INSERT_CERTIFICATES, values);
      await transactions.query(INSERT_CAPABILITIES, values);
    });
    onProgress(from + rows.length);
  }
  return ids;
}
