import { Transactions } from '@app/database';
import { Injectable } from '@nestjs/common';
import { addressesSupplier, invitedSupplier, verifiedSupplier } from './procurement-needs.repository.js';
import { type NeedWithLines, ProcurementNeedsReader } from './procurement-needs.reader.js';

/** The most open needs that an organization is invited to, the nearest reply deadline first. */
const INVITED = 100;
/** The most open needs for verified suppliers about the same things, newest first. */
const VERIFIED = 200;

/** Which open needs an organization is to be shown: some by id, and those that no search knows of. */
export interface AddressedNeedsWish {
  readonly ids: readonly string[];
  /** Concepts of which a need for verified suppliers has to be about one; invitations come whatever they are about. */
  readonly conceptIds: readonly string[];
  readonly now: Date;
}

/** Open needs of others, whose buyers are in business. */
const OPEN = `n.state = 'PUBLISHED' and n.reply_deadline > $2 and n.organization_id <> $1
  and exists (select 1 from organization b where b.id = n.organization_id and b.status not in ('DEREGISTERED', 'REVOKED'))`;
const VERIFIED_SUPPLIER = verifiedSupplier('$1');
const INVITED_SUPPLIER = invitedSupplier('n.id', '$1');

/** Needs by id that address the organization, those it is invited to, and those for verified suppliers about its concepts. */
const ADDRESSED = `
  select n.id from procurement_need n
   where n.id = any($3::uuid[]) and ${OPEN} and ${addressesSupplier('n', '$1')}
   union
  (select n.id from procurement_need n
    where n.visibility = 'INVITED_ONLY' and ${INVITED_SUPPLIER} and ${OPEN}
    order by n.reply_deadline, n.id limit ${INVITED})
   union
  (select n.id from procurement_need n
    where n.visibility = 'VERIFIED_SUPPLIERS' and ${VERIFIED_SUPPLIER} and ${OPEN}
      and jsonb_path_query_array(n.concepts, '$[*].conceptId') ?| $4::text[]
    order by n.id desc limit ${VERIFIED})`;

/** Of some suppliers with members, those that an open need of a verified buyer in business addresses. */
const TO_TELL = `
  select s.id from procurement_need n join organization b on b.id = n.organization_id
    join organization s on s.id = any($2::uuid[]) and s.id <> n.organization_id
   where n.id = $1 and n.state = 'PUBLISHED' and n.reply_deadline > $3
     and b.claim_state = 'CLAIMED' and b.status not in ('DEREGISTERED', 'REVOKED')
     and s.claim_state <> 'UNCLAIMED' and ${addressesSupplier('n', 's.id')}`;

/**
 * The open needs that address one organization. Search knows public needs only, and may know yesterday's; who may see
 * what is said here, by the rows as they are now.
 */
@Injectable()
export class AddressedNeeds {
  constructor(
    private readonly transactions: Transactions,
    private readonly needs: ProcurementNeedsReader,
  ) {}

  /** The needs with their lines, in any order, in three statements; never the organization's own. */
  async of(organizationId: string, { ids, conceptIds, now }: AddressedNeedsWish): Promise<NeedWithLines[]> {
    const rows = await this.transactions.query<{ id: string }>(ADDRESSED, [
      organizationId,
      now,
      ids,
      conceptIds,
    ]);
    return this.needs.manyWithLines(rows.map(({ id }) => id));
  }

  /** The suppliers, of some, that may be told of a need unasked: it addresses them, and staff have verified its buyer. */
  async suppliersToTell(needId: string, organizationIds: readonly string[], now: Date): Promise<string[]> {
    const rows = await this.transactions.query<{ id: string }>(TO_TELL, [needId, organizationIds, now]);
    return rows.map(({ id }) => id);
  }
}
