import { Injectable } from '@nestjs/common';
import { ConsentsRepository } from '../consents/consents.repository.js';
import { Consents } from '../consents/consents.service.js';
import { type DataSubject, type ExportedValue, PersonalDataHolder } from './personal-data-holder.js';
import { PersonalDataRegistry } from './personal-data-registry.js';

/** What a person agreed to and withdrew. The ledger stays, as the proof; with the account all of it is withdrawn. */
@Injectable()
export class ConsentsHolder extends PersonalDataHolder {
  readonly section = 'consents';
  readonly columns = ['consent_entry.user_id'];

  constructor(
    registry: PersonalDataRegistry,
    private readonly ledger: ConsentsRepository,
    private readonly consents: Consents,
  ) {
    super(registry);
  }

  async export({ userId }: DataSubject): Promise<ExportedValue> {
    const ledger = await this.ledger.ledgerOf(userId);
    return ledger.map(({ at, act, purpose, recipientId, textVersion, locale }) => ({
      at,
      act,
      purpose,
      recipientId,
      textVersion,
      locale,
    }));
  }

  erase({ userId }: DataSubject): Promise<void> {
    return this.consents.withdrawAll(userId, 'zh');
  }
}
