import { Transactions } from '@app/database';
import { Injectable } from '@nestjs/common';
import { MoreThan } from 'typeorm';
import type { Identifier } from '../users/identifier.js';
import { TrustedDevice } from './session.entity.js';

/** Every query on trusted devices. */
@Injectable()
export class TrustedDevicesRepository {
  constructor(private readonly transactions: Transactions) {}

  /** The id of a device that is trusted for the holder of an identifier. The same work whether the identifier is known. */
  async findForIdentifier(
    tokenHash: string,
    { kind, value }: Identifier,
    now: Date,
  ): Promise<string | undefined> {
    const [row] = await this.transactions.query<{ id: string }>(
      `select d.id from trusted_device d join user_identifier i on i.user_id = d.user_id
        where d.token_hash = $1 and d.expires_at > $2 and i.kind = $3 and i.value = $4`,
      [tokenHash, now, kind, value],
    );
    return row?.id;
  }

  async findForUser(tokenHash: string, userId: string, now: Date): Promise<string | undefined> {
    const device = await this.devices.findOneBy({ tokenHash, userId, expiresAt: MoreThan(now) });
    return device?.id;
  }

  /** Puts another token in place of a browser's present one, for every person whom the browser knows. */
  async replaceToken(oldHash: string, newHash: string): Promise<void> {
    await this.devices.update({ tokenHash: oldHash }, { tokenHash: newHash });
  }

  /** Adds a device, or renews the one that is there. */
  async upsert(device: TrustedDevice): Promise<void> {
    await this.transactions.query(
      `insert into trusted_device (id, user_id, token_hash, created_at, last_used_at, expires_at)
       values ($1, $2, $3, $4, $5, $6)
       on conflict (token_hash, user_id) do update set last_used_at = $5, expires_at = $6`,
      [device.id, device.userId, device.tokenHash, device.createdAt, device.lastUsedAt, device.expiresAt],
    );
  }

  /** Forgets all devices of a person but those used last. */
  async removeOldest(userId: string, kept: number): Promise<void> {
    await this.transactions.query(
      `delete from trusted_device where user_id = $1 and id in (
         select id from trusted_device where user_id = $1 order by last_used_at desc, id desc offset $2)`,
      [userId, kept],
    );
  }

  /** Forgets all devices of a person, or all but the one with a token. */
  async removeAll(userId: string, exceptHash: string | null): Promise<void> {
    await this.transactions.query(
      `delete from trusted_device where user_id = $1 and ($2::text is null or token_hash <> $2)`,
      [userId, exceptHash],
    );
  }

  private get devices() {
    return this.transactions.manager.getRepository(TrustedDevice);
  }
}
