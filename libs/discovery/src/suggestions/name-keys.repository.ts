import { JobHandler, jobKind, Transactions } from '@app/database';
import { foldText } from '@app/kernel';
import { Injectable } from '@nestjs/common';
import { setTimeout as pause } from 'node:timers/promises';
import { pinyin } from 'pinyin-pro';

const HAN = /\p{Script=Han}/u;
const SIGNS = /[\s\p{P}\p{S}]+/gu;

/** The form in which the beginning of a name is compared: folded, without blanks and signs. */
export function typedForm(text: string): string {
  return foldText(text).replace(SIGNS, '');
}

/** What somebody may begin to type to get to a name: the name itself, its pinyin, and the initials of its pinyin. */
export function pinyinKeys(name: string): string[] {
  const form = typedForm(name);
  if (form === '' || !HAN.test(form)) return form === '' ? [] : [form];
  const syllables = pinyin(form, { toneType: 'none', type: 'array', v: true });
  const initials = syllables.map((syllable) => syllable.charAt(0)).join('');
  return [...new Set([form, syllables.join(''), initials])];
}

/** An organization whose name has no keys yet, or those of an older name. */
interface UnkeyedOrganization {
  readonly id: string;
  readonly name: string;
  /** The name without place and company form. */
  readonly core: string;
}

/** An organization with the keys of its name. */
export interface KeyedOrganization {
  readonly id: string;
  readonly name: string;
  readonly keys: readonly string[];
}

/** An organization by its name. */
interface NamedOrganization {
  readonly id: string;
  readonly name: string;
}

const IN_BUSINESS = `o.status not in ('DEREGISTERED', 'REVOKED')`;

/** Keys by which names of organizations are found while they are typed. */
@Injectable()
export class NameKeysRepository {
  constructor(private readonly transactions: Transactions) {}

  /** Organizations behind an id whose keys are missing or old, by id: those before it are not read again. */
  findUnkeyed(after: string, limit: number): Promise<UnkeyedOrganization[]> {
    return this.transactions.query(
      `select o.id, o.name, o.normalised_name as core
         from organization o left join search.organization_name n on n.organization_id = o.id
        where o.id > $1 and n.name is distinct from o.name order by o.id limit $2`,
      [after, limit],
    );
  }

  /** Replaces the keys of some organizations. */
  async saveKeys(keyed: readonly KeyedOrganization[]): Promise<void> {
    const values = [JSON.stringify(keyed)];
    await this.transactions.run(async () => {
      await this.transactions.query(
        `insert into search.organization_name (organization_id, name)
         select o.id, o.name from jsonb_to_recordset($1::jsonb) as k(id uuid, name text) join organization o on o.id = k.id
         on conflict (organization_id) do update set name = excluded.name`,
        values,
      );
      await this.transactions.query(
        `delete from search.name_key where organization_id in
           (select id from jsonb_to_recordset($1::jsonb) as k(id uuid))`,
        values,
      );
      await this.transactions.query(
        `insert into search.name_key (key, organization_id)
         select distinct key, n.organization_id
           from jsonb_to_recordset($1::jsonb) as k(id uuid, keys jsonb)
           join search.organization_name n on n.organization_id = k.id, jsonb_array_elements_text(k.keys) as key`,
        values,
      );
    });
  }

  /** Organizations in business with a key that begins so, short keys first. */
  findByPrefix(prefix: string, limit: number): Promise<NamedOrganization[]> {
    return this.transactions.query(
      `select o.id, o.name
         from (select key, organization_id from search.name_key where key >= $1 and key < $2 order by key limit 64) k
         join organization o on o.id = k.organization_id and ${IN_BUSINESS}
        group by o.id, o.name order by min(length(k.key)), o.name limit $3`,
      [prefix, prefix + '\u{10ffff}', limit],
    );
  }
}

const NAME_KEYS = jobKind<Record<string, never>>('name-keys', { expireSeconds: 600, retries: 0 });

/** Few enough that the worker's other work waits for some milliseconds only. */
const BATCH = 200;
/** So long a run goes on at most; the next one continues. */
const LONGEST_MS = 300_000;
/** Comes before every id. */
const FIRST = '00000000-0000-0000-0000-000000000000';

/** Every minute: makes names of organizations that are new or have changed findable while they are typed. */
@Injectable()
export class NameKeysJob extends JobHandler<Record<string, never>> {
  readonly kind = NAME_KEYS;
  override readonly timer = { cron: '* * * * *', order: {} };

  constructor(private readonly names: NameKeysRepository) {
    super();
  }

  async handle(): Promise<void> {
    const until = performance.now() + LONGEST_MS;
    for (let after = FIRST; performance.now() < until;) {
      const started = performance.now();
      const organizations = await this.names.findUnkeyed(after, BATCH);
      if (organizations.length > 0) await this.names.saveKeys(organizations.map(keyed));
      if (organizations.length < BATCH) return;
      after = organizations.at(-1)!.id;
      // After an import of a million names, indexing and messages have as much of the worker as this.
      await pause(performance.now() - started);
    }
  }
}

function keyed({ id, name, core }: UnkeyedOrganization): KeyedOrganization {
  return { id, name, keys: [...new Set([name, core].flatMap(pinyinKeys))] };
}
