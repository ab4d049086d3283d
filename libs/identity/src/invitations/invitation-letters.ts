import { type Locale, renderText, SETTINGS, type Settings } from '@app/kernel';
import { Inject, Injectable, Optional } from '@nestjs/common';
import { MessageSender } from '../messages/message-sender.js';
import { UsersRepository } from '../users/users.repository.js';
import type { Invitation } from './invitation.entity.js';
import { INVITATION_DAYS } from './invitation.entity.js';
import { OrganizationNames } from './organization-names.js';

/** Writes to the invited person, with the link that carries the token. */
@Injectable()
export class InvitationLetters {
  constructor(
    private readonly messages: MessageSender,
    private readonly users: UsersRepository,
    @Inject(SETTINGS) private readonly settings: Settings,
    @Optional() private readonly organizations?: OrganizationNames,
  ) {}

  /** Orders the message in the running transaction; in the receiver's language when known, else in the sender's. */
  async send(invitation: Invitation, token: string, sendersLocale: Locale): Promise<void> {
    const receiver = await this.users.byIdentifier(invitation);
    const locale = receiver?.locale ?? sendersLocale;
    await this.messages.send({
      to: { kind: invitation.kind, value: invitation.value },
      template: 'MESSAGE_INVITATION',
      params: {
        organization: await this.nameOf(invitation, locale),
        link: this.linkFor(token),
        days: INVITATION_DAYS,
      },
      locale,
      uselessAfter: invitation.expiresAt,
    });
  }

  private async nameOf(invitation: Invitation, locale: Locale): Promise<string> {
    return (
      (await this.organizations?.nameOf(invitation.organizationId, locale)) ??
      renderText(locale, 'AN_ORGANIZATION')
    );
  }

  private linkFor(token: string): string {
    const { PUBLIC_URL, PORT } = this.settings;
    return new URL(`/invitations/${token}`, PUBLIC_URL ?? `http://localhost:${PORT}`).href;
  }
}
