import { Injectable } from '@nestjs/common';
import type { PersonalDataHolder } from './personal-data-holder.js';

/** Who keeps data of persons: every library registers its holders at start. */
@Injectable()
export class PersonalDataRegistry {
  private readonly holders = new Map<string, PersonalDataHolder>();

  register(holder: PersonalDataHolder): void {
    if (this.holders.has(holder.section)) throw new Error(`two holders of ${holder.section}`);
    this.holders.set(holder.section, holder);
  }

  all(): readonly PersonalDataHolder[] {
    return [...this.holders.values()];
  }
}
