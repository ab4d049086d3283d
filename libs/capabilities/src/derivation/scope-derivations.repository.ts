import { Transactions } from '@app/database';
import { Injectable } from '@nestjs/common';
import type { DerivedCapability } from './derived-capability.js';

/** Key of the advisory lock that puts derivers in line. */
const DERIVATION_LOCK = 7013;

/** An enterprise whose scope was not derived since it last changed. */
interface PendingScope {
  readonly organizationId: string;
  readonly businessScope: string;
}

/** How far derivation stands. */
export interface DerivationStanding {
  readonly derived: number;
  readonly outdated: number;
}

/** Which scopes were derived, and the inferred capabilities. */
@Injectable()
export class ScopeDerivationsRepository {
  constructor(private readonly transactions: Transactions) {}

  /** Lets one deriver at a time work on a batch, until the running transaction ends. */
  async lockDerivation(): Promise<void> {
    await this.transactions.query('select pg_advisory_xact_lock($1)', [DERIVATION_LOCK]);
  }

  /**
   * Unclaimed enterprises whose scope changed since it was derived or, where a vocabulary is given, was derived by another one;
   * in the order of ids, after an id.
   */
  findPendingScopes(
    after: string | null,
    limit: number,
    vocabulary: string | null = null,
  ): Promise<PendingScope[]> {
    return this.transactions.query<PendingScope>(
      `select o.id as "organizationId", o.business_scope as "businessScope"
         from organization o left join scope_derivation d on d.organization_id = o.id
        where o.business_scope is not null and o.claim_state = 'UNCLAIMED' and o.source = 'IMPORTED'
          and ($1::uuid is null or o.id > $1::uuid)
          and (d.digest is null or d.digest <> md5(o.business_scope)
               or ($3::text is not null and d.vocabulary is distinct from $3::text))
        order by o.id limit $2`,
      [after, limit, vocabulary],
    );
  }

  /** How many scopes of unclaimed enterprises are derived, and how many of them by another vocabulary than the given one. */
  async countDerivations(vocabulary: string): Promise<DerivationStanding> {
    const [row] = await this.transactions.query<DerivationStanding>(
      `select count(*)::int as derived, (count(*) filter (where d.vocabulary is distinct from $1))::int as outdated
         from scope_derivation d join organization o on o.id = d.organization_id
        where o.business_scope is not null and o.claim_state = 'UNCLAIMED' and o.source = 'IMPORTED'`,
      [vocabulary],
    );
    return row ?? { derived: 0, outdated: 0 };
  }

  /** Replaces the inferred capabilities of enterprises and remembers that their scopes are derived. */
  async replaceCapabilities(
    scopes: readonly PendingScope[],
    capabilities: readonly DerivedCapability[],
    vocabulary: string,
  ): Promise<void> {
    await this.transactions.query(
      `delete from capability where organization_id = any($1::uuid[]) and fact_state = 'INFERRED' and not (id = any($2::uuid[]))`,
      [scopes.map((s) => s.organizationId), capabilities.map((c) => c.id)],
    );
    await this.transactions.query(
      `insert into capability (id, organization_id, kind, state, title, concepts, industry_code, fact_state, source_phrase, activity)
       select id, "organizationId", kind, 'PUBLISHED', title, concepts, "industryCode", 'INFERRED', title, activity
         from jsonb_to_recordset($1::jsonb) as c(id uuid, "organizationId" uuid, kind text, title text, concepts jsonb, "industryCode" text, activity text)
       on conflict (id) do update set kind = excluded.kind, concepts = excluded.concepts, industry_code = excluded.industry_code,
         activity = excluded.activity, version = capability.version + 1, updated_at = now()
         where capability.fact_state = 'INFERRED' and not capability.concepts_corrected
           and (capability.kind, capability.concepts, capability.industry_code, capability.activity)
               is distinct from (excluded.kind, excluded.concepts, excluded.industry_code, excluded.activity)`,
      [JSON.stringify(capabilities)],
    );
    await this.transactions.query(
      `insert into scope_derivation (organization_id, digest, vocabulary)
       select s."organizationId", md5(s."businessScope"), $2 from jsonb_to_recordset($1::jsonb) as s("organizationId" uuid, "businessScope" text)
       on conflict (organization_id) do update set digest = excluded.digest, vocabulary = excluded.vocabulary, derived_at = now()`,
      [JSON.stringify(scopes), vocabulary],
    );
  }
}
