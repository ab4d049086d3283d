import { Transactions } from '@app/database';
import { BatchListLoader, type LoaderScope } from '@app/kernel';
import { Injectable } from '@nestjs/common';
import { ConsentEntry, ConsentPurpose } from './consent-entry.entity.js';

/** Two organizations of which one's people may agree that the other gets their contacts. */
export interface SharingPair {
  readonly fromId: string;
  readonly toId: string;
}

/** Somebody who agrees, and since when. */
export interface Sharer {
  readonly userId: string;
  readonly givenAt: Date;
}

/** Somebody who agrees, with the organizations for which the recipient has agreed in return. */
interface ReturnedSharer extends Sharer {
  readonly organizationIds: string[];
}

/** SQL: what a person did last with the consent for a recipient. */
const latestAct = (userId: string, recipientId: string, purpose: string): string =>
  `select e.act, e.at from consent_entry e
    where e.user_id = ${userId} and e.recipient_id = ${recipientId} and e.purpose = ${purpose}
    order by e.at desc, e.id desc limit 1`;

/** SQL: the organizations of a person of which a member of another organization agrees that they get the contacts. */
const returnedTo = (personId: string, organizationId: string, purpose: string): string =>
  `(select distinct theirs.organization_id from organization_member theirs
     join organization_member ours on ours.organization_id = ${organizationId}
     cross join lateral (${latestAct('ours.user_id', 'theirs.organization_id', purpose)}) given
    where theirs.user_id = ${personId} and theirs.organization_id <> ${organizationId} and given.act = 'GIVEN')`;

/** Every query on the consent ledger. */
@Injectable()
export class ConsentsRepository {
  constructor(private readonly transactions: Transactions) {}

  async insertEntry(entry: ConsentEntry): Promise<void> {
    await this.entries.insert(entry);
  }

  /** Locks a person's ledger: entries are written one after another. */
  async lockLedger(userId: string): Promise<void> {
    await this.transactions.query('select 1 from app_user where id = $1 for no key update', [userId]);
  }

  /** A person's ledger, the oldest line first. */
  findLedger(userId: string): Promise<ConsentEntry[]> {
    return this.entries.find({ where: { userId }, order: { at: 'ASC', id: 'ASC' } });
  }

  /**
   * The persons whose contacts an organization may have now, those who agreed last first: they agree, and somebody of the
   * organization agrees in return that theirs gets the contacts.
   */
  async findSharers(recipientId: string, limit: number): Promise<ReturnedSharer[]> {
    return this.transactions.query<ReturnedSharer>(
      `select user_id as "userId", at as "givenAt", array${returnedTo('latest.user_id', '$1', '$2')} as "organizationIds" from (
         select distinct on (user_id) user_id, act, at from consent_entry
          where recipient_id = $1 and purpose = $2 order by user_id, at desc, id desc) as latest
        where act = 'GIVEN' and exists ${returnedTo('latest.user_id', '$1', '$2')} order by at desc, user_id limit $3`,
      [recipientId, ConsentPurpose.CONTACT_SHARING, limit],
    );
  }

  /** Whether somebody of an organization agrees that one of a person's organizations gets the contacts. */
  async isReturned(personId: string, organizationId: string): Promise<boolean> {
    const [row] = await this.transactions.query<{ returned: boolean }>(
      `select exists ${returnedTo('$1', '$2', '$3')} as returned`,
      [personId, organizationId, ConsentPurpose.CONTACT_SHARING],
    );
    return row?.returned === true;
  }

  /** Who of some organizations agrees now that a partner gets the contacts, those who agreed first first. */
  async findSharersBetween(pairs: readonly SharingPair[]): Promise<(SharingPair & Sharer)[]> {
    if (pairs.length === 0) return [];
    return this.transactions.query<SharingPair & Sharer>(
      `select p.from_id as "fromId", p.to_id as "toId", m.user_id as "userId", latest.at as "givenAt"
         from unnest($1::uuid[], $2::uuid[]) as p (from_id, to_id)
         join organization_member m on m.organization_id = p.from_id
         cross join lateral (${latestAct('m.user_id', 'p.to_id', '$3')}) latest
        where latest.act = 'GIVEN' order by latest.at, m.user_id`,
      [pairs.map(({ fromId }) => fromId), pairs.map(({ toId }) => toId), ConsentPurpose.CONTACT_SHARING],
    );
  }

  private get entries() {
    return this.transactions.manager.getRepository(ConsentEntry);
  }
}

const keyOfPair = ({ fromId, toId }: SharingPair): string => `${fromId} ${toId}`;

/**
 * Who of an organization agrees now that a partner gets the contacts, those who agreed first first; many pairs in one
 * statement. Ask a policy before showing them.
 */
@Injectable()
export class ContactSharersLoader extends BatchListLoader<SharingPair & Sharer> {
  constructor(private readonly ledger: ConsentsRepository) {
    super();
  }

  /** The people of one organization who share with another. */
  between(scope: LoaderScope, pair: SharingPair): Promise<(SharingPair & Sharer)[]> {
    return this.load(scope, keyOfPair(pair));
  }

  protected fetch(keys: readonly string[]): Promise<(SharingPair & Sharer)[]> {
    const pairs = keys.map((key) => {
      const [fromId = '', toId = ''] = key.split(' ');
      return { fromId, toId };
    });
    return this.ledger.findSharersBetween(pairs);
  }

  protected keyOf(sharer: SharingPair & Sharer): string {
    return keyOfPair(sharer);
  }
}
