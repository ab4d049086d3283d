import { JobHandler, jobKind } from '@app/database';
import {
  type DataSubject,
  type ExportedValue,
  type Identifier,
  IdentifierKind,
  StoredDataHolder,
} from '@app/identity';
import { Clock } from '@app/kernel';
import { Injectable } from '@nestjs/common';
import { scrypt } from 'node:crypto';
import { promisify } from 'node:util';
import { FactRequestsRepository } from './fact-requests.repository.js';

const derive = promisify<string, string, number, Buffer>(scrypt);
/** One salt for all, because the hash of a number has to be found again. */
const SALT = 'lianqiao contact of a fact request';
const BYTES = 32;

/**
 * The slow hash that is stored instead of a number or address, hexadecimal. Mobile numbers are so few that a fast hash could be
 * reversed by trying them all; scrypt takes about 50 ms for each (RFC 7914, N = 16384, r = 8, p = 1).
 */
export async function contactHash({ value }: Identifier): Promise<string> {
  return (await derive(value, SALT, BYTES)).toString('hex');
}

/** Shows enough to recognise a number or address and too little to write to it: +86138****8000, w***@example.com. */
export function contactMask({ kind, value }: Identifier): string {
  if (kind === IdentifierKind.PHONE) return `${value.slice(0, -8)}****${value.slice(-4)}`;
  const at = value.lastIndexOf('@');
  return `${value.slice(0, 1)}***${value.slice(at)}`;
}

const DAY_MS = 86_400_000;
/** Days for which the contact of an ended link is kept, for questions and for a claim that names it. */
const KEPT_DAYS = 90;

export const FACT_CONTACT_CLEANING = jobKind<Record<string, never>>('matching.forget-fact-contacts', {
  expireSeconds: 300,
});

/** Deletes every night the contacts of links that ended {@link KEPT_DAYS} days ago. */
@Injectable()
export class FactContactCleaning extends JobHandler<Record<string, never>> {
  readonly kind = FACT_CONTACT_CLEANING;
  override readonly timer = { cron: '17 3 * * *', order: {} };

  constructor(
    private readonly requests: FactRequestsRepository,
    private readonly clock: Clock,
  ) {
    super();
  }

  handle(): Promise<void> {
    return this.requests.forgetContacts(new Date(this.clock.now().getTime() - KEPT_DAYS * DAY_MS));
  }
}

/** The links that were sent to a person's numbers and addresses; erasing the person deletes the traces. */
@Injectable()
export class FactContactsHolder extends StoredDataHolder {
  readonly section = 'factRequests';
  readonly columns: readonly string[] = [];

  async export(subject: DataSubject): Promise<ExportedValue> {
    return this.transactions.query<object>(
      `select created_at as "sentAt", organization_id as "askedOrganizationId", contact_mask as "contact",
              answered_at as "answeredAt"
         from fact_request where contact_hash = any($1) order by id`,
      [await hashesOf(subject)],
    );
  }

  async erase(subject: DataSubject): Promise<void> {
    await this.transactions.query(
      'update fact_request set contact_mask = null, contact_hash = null where contact_hash = any($1)',
      [await hashesOf(subject)],
    );
  }
}

function hashesOf({ identifiers }: DataSubject): Promise<string[]> {
  return Promise.all(identifiers.map((identifier) => contactHash(identifier)));
}
