import { JobHandler, jobKind } from '@app/database';
import { Injectable } from '@nestjs/common';
import { NameKeysRepository } from './name-keys.repository.js';
import { pinyinKeys } from './pinyin-keys.js';

const NAME_KEYS = jobKind<Record<string, never>>('name-keys', { expireSeconds: 600, retries: 0 });

const BATCH = 1000;

/** Every minute: makes names of organizations that are new or have changed findable while they are typed. */
@Injectable()
export class NameKeysJob extends JobHandler<Record<string, never>> {
  readonly kind = NAME_KEYS;
  override readonly timer = { cron: '* * * * *', order: {} };

  constructor(private readonly names: NameKeysRepository) {
    super();
  }

  async handle(): Promise<void> {
    for (let batch = BATCH; batch === BATCH;) {
      const organizations = await this.names.unkeyed(BATCH);
      batch = organizations.length;
      const keyed = organizations.map(({ id, name, core }) => ({
        id,
        name,
        keys: [...new Set([name, core].flatMap(pinyinKeys))],
      }));
      if (batch > 0) await this.names.save(keyed);
    }
  }
}
