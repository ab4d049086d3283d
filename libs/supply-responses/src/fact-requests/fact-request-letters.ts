import { type Identifier, MemberRole, Memberships, MessageSender } from '@app/identity';
import type { Locale } from '@app/kernel';
import { PublicLinks, ReceiversReader } from '@app/notifications';
import { BuyerNames, type ProcurementNeed } from '@app/procurement';
import { Injectable } from '@nestjs/common';
import { NoticeNames } from '../responses/notice-names.js';
import { FACT_REQUEST_DAYS, type FactRequest } from './fact-request.entity.js';

/** A need's title is shortened to so many characters in a message. */
const LONGEST_TITLE = 40;
/** So many of a company's people get the link at most. */
const MOST_PEOPLE = 5;

/** Where a link goes, and in which language. */
interface Receiver {
  readonly to: Identifier;
  readonly locale: Locale;
}

/** Writes to the company, with the link that carries the secret; only the platform's words, the buyer under its alias. */
@Injectable()
export class FactRequestLetters {
  constructor(
    private readonly messages: MessageSender,
    private readonly links: PublicLinks,
    private readonly names: NoticeNames,
    private readonly buyers: BuyerNames,
    private readonly memberships: Memberships,
    private readonly receivers: ReceiversReader,
  ) {}

  /** Orders the message to a given contact in the running transaction. */
  toContact(request: FactRequest, need: ProcurementNeed, token: string, receiver: Receiver): Promise<void> {
    return this.send(request, need, token, [receiver]);
  }

  /** Orders the message to the owners and editors of the company in the running transaction, each in their language. */
  async toMembers(request: FactRequest, need: ProcurementNeed, token: string): Promise<void> {
    const people = await this.memberships.peopleOf(
      [request.organizationId],
      [MemberRole.OWNER, MemberRole.EDITOR],
    );
    const ids = people.slice(0, MOST_PEOPLE).map(({ userId }) => userId);
    await this.send(request, need, token, await this.reachable(ids));
  }

  private async reachable(userIds: readonly string[]): Promise<Receiver[]> {
    const people = await this.receivers.findReceivers(userIds);
    return people.flatMap(({ identifiers: [to], locale }) => (to ? [{ to, locale }] : []));
  }

  private async send(
    request: FactRequest,
    need: ProcurementNeed,
    token: string,
    receivers: readonly Receiver[],
  ): Promise<void> {
    const [buyer, organization] = [
      await this.buyers.of(need),
      await this.names.supplier(request.organizationId),
    ];
    for (const { to, locale } of receivers) {
      await this.messages.send({
        to,
        template: 'MESSAGE_FACT_REQUEST',
        params: {
          buyer: buyer[locale],
          organization: organization[locale],
          need: need.title.slice(0, LONGEST_TITLE),
          count: request.facts.length + 1,
          days: FACT_REQUEST_DAYS,
          link: this.links.to(`/f/${token}`),
        },
        locale,
        uselessAfter: request.expiresAt,
      });
    }
  }
}
