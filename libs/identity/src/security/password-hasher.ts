import { Injectable } from '@nestjs/common';
import { hash, verify } from '@node-rs/argon2';

/** Argon2id with 19 MiB and 2 passes, as OWASP's Password Storage Cheat Sheet recommends; the algorithm is the default. */
const COST = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };

/** Makes and checks the slow hashes of passwords and one-time codes. */
@Injectable()
export class PasswordHasher {
  private dummy: Promise<string> | undefined;

  /** The hash of a secret; full-width and composed characters count as their plain forms. */
  hash(secret: string): Promise<string> {
    return hash(secret.normalize('NFKC'), COST);
  }

  /**
   * Whether a secret fits a hash. Where there is no hash (unknown user, no code) the same work is done against a hash
   * that nothing fits, so that the answer's time does not tell.
   */
  async verify(known: string | null | undefined, secret: string): Promise<boolean> {
    const fits = await verify(known ?? (await this.unknown()), secret.normalize('NFKC'));
    return fits && Boolean(known);
  }

  private unknown(): Promise<string> {
    return (this.dummy ??= hash('nobody knows this', COST));
  }
}
