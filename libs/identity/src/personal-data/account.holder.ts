import { randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { type DataSubject, type ExportedValue, PersonalDataHolder } from './personal-data-holder.js';
import { PersonalDataRegistry } from './personal-data-registry.js';
import { PersonalDataRepository } from './personal-data.repository.js';

/** A name that tells two erased persons apart in a list and says nothing of either. */
const pseudonym = (): string => `#${randomBytes(4).toString('hex')}`;

/** What identity keeps of a person: name, identifiers, sessions, places in organizations, invitations. */
@Injectable()
export class AccountHolder extends PersonalDataHolder {
  readonly section = 'account';
  readonly columns = [
    'app_user.id',
    'client_mutation.actor_id',
    'erased_account.user_id',
    'invitation.invited_by_id',
    'organization_member.user_id',
    'platform_staff.user_id',
    'trusted_device.user_id',
    'user_identifier.user_id',
    'user_session.user_id',
  ];

  constructor(
    registry: PersonalDataRegistry,
    private readonly data: PersonalDataRepository,
  ) {
    super(registry);
  }

  async export(person: DataSubject): Promise<ExportedValue> {
    const { userId } = person;
    return {
      profile: (await this.data.rowsOf('app_user', userId))[0] ?? null,
      identifiers: await this.data.rowsOf('user_identifier', userId),
      sessions: await this.data.rowsOf('user_session', userId),
      trustedBrowsers: await this.data.rowsOf('trusted_device', userId),
      memberships: await this.data.rowsOf('organization_member', userId),
      staff: await this.data.rowsOf('platform_staff', userId),
      invitationsSent: await this.data.rowsOf('invitation', userId),
      invitationsReceived: await this.data.invitationsTo(person),
    };
  }

  erase(person: DataSubject): Promise<void> {
    return this.data.forget(person, pseudonym());
  }
}
