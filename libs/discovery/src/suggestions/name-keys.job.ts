import { setTimeout as pause } from 'node:timers/promises';
import { JobHandler, jobKind } from '@app/database';
import { Injectable } from '@nestjs/common';
import {
  type KeyedOrganization,
  NameKeysRepository,
  type UnkeyedOrganization,
} from './name-keys.repository.js';
import { pinyinKeys } from './pinyin-keys.js';

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
      const organizations = await this.names.unkeyed(after, BATCH);
      if (organizations.length > 0) await this.names.save(organizations.map(keyed));
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
