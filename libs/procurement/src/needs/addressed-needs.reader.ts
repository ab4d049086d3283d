import { Transactions } from '@app/database';
import { Injectable } from '@nestjs/common';
import { addressedBySql, addressesSql } from './need-audience.js';
import { NeedVisibility } from './procurement-need.enums.js';
import { type NeedWithLines, ProcurementNeedsReader } from './procurement-needs.reader.js';

/** Open needs that an organization is invited to; the nearest reply deadlines are kept. */
const MAX_INVITED = 100;
/** Open needs for verified suppliers about the same concepts; the newest are kept. */
const MAX_VERIFIED = 200;

/** Which open needs an organization is to be shown: some by id, and those that no search knows of. */
export interface AddressedNeedsWish {
  readonly ids: readonly string[];
  /** Concepts of which a need for verified suppliers has to be about one; invitations come whatever they are about. */
  readonly conceptIds: readonly string[];
  readonly now: Date;
}

/** Open needs of other organizations whose business is not deregistered or revoked. */
const OPEN = `n.state = 'PUBLISHED' and n.reply_deadline > $2 and n.organization_id <> $1
  and exists (select 1 from organization b where b.id = n.organization_id and b.status not in ('DEREGISTERED', 'REVOKED'))`;

/** Needs by id that address the organization, those it is invited to, and those for verified suppliers about its concepts. */
const ADDRESSED = `
  select n.id from procurement_need n
   where n.id = any($3::uuid[]) and ${OPEN} and ${addressesSql('n', '$1')}
   union
  (select n.id from procurement_need n
    where ${addressedBySql(NeedVisibility.INVITED_ONLY, 'n', '$1')} and ${OPEN}
    order by n.reply_deadline, n.id limit ${MAX_INVITED})
   union
  (select n.id from procurement_need n
    where ${addressedBySql(NeedVisibility.VERIFIED_SUPPLIERS, 'n', '$1')} and ${OPEN}
      and jsonb_path_query_array(n.concepts, '$[*].conceptId') ?| $4::text[]
    order by n.id desc limit ${MAX_VERIFIED})`;

/** Those of some suppliers with members that an open need of a verified buyer in business addresses. */
const SUPPLIERS_TO_NOTIFY = `
  select s.id from procurement_need n join organization b on b.id = n.organization_id
    join organization s on s.id = any($2::uuid[]) and s.id <> n.organization_id
   where n.id = $1 and n.state = 'PUBLISHED' and n.reply_deadline > $3
     and b.claim_state = 'CLAIMED' and b.status not in ('DEREGISTERED', 'REVOKED')
     and s.claim_state <> 'UNCLAIMED' and ${addressesSql('n', 's.id')}`;

/**
 * Reads the open needs that address an organization, from the current rows: the search index knows only public needs and may
 * be out of date.
 */
@Injectable()
export class AddressedNeedsReader {
  constructor(
    private readonly transactions: Transactions,
    private readonly needs: ProcurementNeedsReader,
  ) {}

  /** The needs with their lines, in any order and in three statements, without the organization's own. */
  async findAddressedNeeds(
    organizationId: string,
    { ids, conceptIds, now }: AddressedNeedsWish,
  ): Promise<NeedWithLines[]> {
    const rows = await this.transactions.query<{ id: string }>(ADDRESSED, [
      organizationId,
      now,
      ids,
      conceptIds,
    ]);
    return this.needs.findNeedsWithLines(rows.map(({ id }) => id));
  }

  /** Those of some suppliers that may get a notice of a need: it addresses them, and staff have verified its buyer. */
  async findSuppliersToNotify(
    needId: string,
    organizationIds: readonly string[],
    now: Date,
  ): Promise<string[]> {
    const rows = await this.transactions.query<{ id: string }>(SUPPLIERS_TO_NOTIFY, [
      needId,
      organizationIds,
      now,
    ]);
    return rows.map(({ id }) => id);
  }
}
