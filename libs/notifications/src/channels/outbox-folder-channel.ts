import { mkdir, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { SETTINGS, type Settings } from '@app/kernel';
import { Inject, Injectable } from '@nestjs/common';
import { Channel, type ChannelMessage } from './channel.js';

/** The receiver as a piece of a file name: letters, digits, dots and hyphens. */
function slugOf(to: string): string {
  return to
    .toLowerCase()
    .replace(/[^\p{L}\p{N}.]+/gu, '-')
    .replace(/^[-.]+|[-.]+$/g, '')
    .slice(0, 80);
}

/**
 * Name of a message's file: `<time>-<channel>-<receiver>.txt`. The time carries the end of the message's id, so that two
 * messages of one millisecond get two files and one message tried twice gets one.
 */
export function outboxFileName({
  id,
  channel,
  to,
  orderedAt,
}: Pick<ChannelMessage, 'id' | 'channel' | 'to' | 'orderedAt'>): string {
  const time = orderedAt.toISOString().replace(/[-:.]/g, '');
  return `${time}_${id.slice(-6)}-${channel.toLowerCase()}-${slugOf(to)}.txt`;
}

/** A message as a person reads it: a few headers, a blank line, the text. */
export function outboxFileText(message: ChannelMessage): string {
  const { channel, to, subject, text, locale, orderedAt, unsubscribe } = message;
  const headers = [
    `Channel: ${channel}`,
    `To: ${to}`,
    `Date: ${orderedAt.toISOString()}`,
    `Language: ${locale}`,
  ];
  if (channel === 'EMAIL') headers.push(`Subject: ${subject}`);
  if (channel === 'EMAIL' && unsubscribe)
    headers.push(`List-Unsubscribe: <${unsubscribe}>`, 'List-Unsubscribe-Post: List-Unsubscribe=One-Click');
  return `${headers.join('\n')}\n\n${text}\n`;
}

/**
 * The default channel: every message becomes a readable file in `DATA_DIR/outbox`, so that the platform is complete
 * without a provider. A file appears whole or not at all, and only its owner may read it.
 */
@Injectable()
export class OutboxFolderChannel extends Channel {
  private readonly folder: string;

  constructor(@Inject(SETTINGS) settings: Pick<Settings, 'DATA_DIR'>) {
    super();
    this.folder = join(settings.DATA_DIR, 'outbox');
  }

  async send(message: ChannelMessage): Promise<void> {
    await mkdir(this.folder, { recursive: true, mode: 0o700 });
    const path = join(this.folder, outboxFileName(message));
    const draft = `${path}.${process.pid}.tmp`;
    await writeFile(draft, outboxFileText(message), { mode: 0o600 });
    await rename(draft, path);
  }
}
