import type { Locale, TextParams } from '@app/kernel';

/** The ways a message can take to a person. */
export type ChannelKind = 'SMS' | 'EMAIL';

/** A message ready to leave, in the receiver's language. */
export interface ChannelMessage {
  /** Stays the same when the message is tried again: a channel that can, sends it once. */
  readonly id: string;
  readonly channel: ChannelKind;
  /** E.164 number or e-mail address. */
  readonly to: string;
  readonly subject: string;
  readonly text: string;
  readonly locale: Locale;
  /** For providers that hold the sentences themselves and want the template's name and parameters (Chinese SMS law). */
  readonly template: string;
  readonly params: TextParams;
  /** Where a POST ends further messages of the kind (RFC 8058, `List-Unsubscribe`); not for every message. */
  readonly unsubscribe?: string;
  /** When the message was ordered. */
  readonly orderedAt: Date;
  /** When the message expires, such as the time at which its code expires. */
  readonly uselessAfter: Date;
}

/** Port: hands messages to whoever carries them. An error means that the message has not left and is tried again. */
export abstract class Channel {
  abstract send(message: ChannelMessage): Promise<void>;

  /** Removes what the channel itself keeps of messages that have lost their point; most channels keep nothing. */
  async removeUseless(_now: Date): Promise<void> {}
}
