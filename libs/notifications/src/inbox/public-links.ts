import { SETTINGS, type Settings } from '@app/kernel';
import { Inject, Injectable } from '@nestjs/common';

/** Addresses that stand in messages. */
@Injectable()
export class PublicLinks {
  private readonly base: string;

  constructor(@Inject(SETTINGS) { PUBLIC_URL, PORT }: Pick<Settings, 'PUBLIC_URL' | 'PORT'>) {
    this.base = PUBLIC_URL ?? `http://localhost:${PORT}`;
  }

  /** The portal. */
  toStart(): string {
    return this.linkTo('/');
  }

  /** The portal at a thing; the global id stands behind the hash, which servers on the way do not log. */
  toThing(globalId: string): string {
    return this.linkTo(`/open#${globalId}`);
  }

  /** A path of the API. */
  linkTo(path: string): string {
    return new URL(path, this.base).href;
  }
}
