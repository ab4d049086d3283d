import { onStopRequest } from '@app/kernel';
import Fastify from 'fastify';
import { Pool } from 'pg';

/**
 * The baseline of `bench:http`: the two statements that the platform sends for the list of open needs, behind a route
 * with nothing around it.
 */
const PAGE = `
  select id, organization_id, kind, state, visibility, title, description, alias, required_certificates,
         preferred_certificates, parameters, concepts, delivery_region_code, deliver_by, target_price_amount,
         target_price_currency, target_price_tax_included, target_price_basis, target_price_shown, budget_min, budget_max,
         budget_currency, budget_shown, payment_terms, purpose, reply_deadline, sme_reserved, cancellation_reason,
         published_at, version, created_at, updated_at
    from procurement_need
   where state = 'PUBLISHED' and reply_deadline > $1 and visibility = 'PUBLIC'
   order by reply_deadline, id limit 21`;
const BUYERS = 'select * from organization where id = any($1::uuid[])';

interface NeedRow {
  readonly id: string;
  readonly organization_id: string;
  readonly title: string;
  readonly reply_deadline: Date;
}

const pool = new Pool({ connectionString: process.env['DATABASE_URL'], max: 10 });
const server = Fastify();

server.get('/needs', async () => {
  const { rows } = await pool.query<NeedRow>(PAGE, [new Date()]);
  const page = rows.slice(0, 20);
  const keys = [...new Set(page.map((need) => need.organization_id))];
  const buyers = await pool.query<{ id: string; name: string }>(BUYERS, [keys]);
  const names = new Map(buyers.rows.map(({ id, name }) => [id, name]));
  return {
    hasNextPage: rows.length > 20,
    needs: page.map(({ id, organization_id, title, reply_deadline }) => ({
      id,
      title,
      replyDeadline: reply_deadline,
      buyer: names.get(organization_id),
    })),
  };
});

await server.listen({ port: Number(process.env['PORT']), host: process.env['HOST'] });
onStopRequest(async () => {
  await server.close();
  await pool.end();
});
