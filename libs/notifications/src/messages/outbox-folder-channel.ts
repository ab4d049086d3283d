import { SETTINGS, type Settings, toPlainLine } from '@app/kernel';
import { Inject, Injectable } from '@nestjs/common';
import { mkdir, open, readdir, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
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
  const { channel, to, subject, text, locale, orderedAt, uselessAfter, unsubscribe } = message;
  const headers = [
    `Channel: ${channel}`,
    `To: ${to}`,
    `Date: ${orderedAt.toISOString()}`,
    `Expires: ${uselessAfter.toISOString()}`,
    `Language: ${locale}`,
  ];
  if (channel === 'EMAIL') headers.push(`Subject: ${subject}`);
  if (channel === 'EMAIL' && unsubscribe)
    headers.push(`List-Unsubscribe: <${unsubscribe}>`, 'List-Unsubscribe-Post: List-Unsubscribe=One-Click');
  return `${headers.map(toPlainLine).join('\n')}\n\n${text}\n`;
}

const DAY_MS = 86_400_000;
/** A message file is kept this long at most. */
const MAX_KEPT_MS = 7 * DAY_MS;
/** The headers fit in this many bytes. */
const HEAD_BYTES = 1024;

/** When a message file expires, by its headers and its name; null for a file that this channel did not write. */
async function expiryOf(path: string, name: string): Promise<Date | null> {
  const time = /^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)\d{3}Z_.*\.(?:txt|tmp)$/.exec(name);
  if (!time) return null;
  const [, year, month, day, hour, minute, second] = time.map(Number) as [number, ...number[]];
  const ordered = Date.UTC(year!, month! - 1, day!, hour!, minute!, second!);
  const file = await open(path, 'r');
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(HEAD_BYTES), 0, HEAD_BYTES, 0);
    const expires = /^Expires: (\S+)$/m.exec(buffer.toString('utf8', 0, bytesRead))?.[1];
    return new Date(
      Math.min(expires ? Date.parse(expires) : Number.POSITIVE_INFINITY, ordered + MAX_KEPT_MS),
    );
  } finally {
    await file.close();
  }
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

  /** Removes files of messages whose code or link has expired, and files older than a week. */
  override async removeUseless(now: Date): Promise<void> {
    const names = await readdir(this.folder).catch((error: NodeJS.ErrnoException) => {
      if (error.code === 'ENOENT') return [];
      throw error;
    });
    for (const name of names) {
      const path = join(this.folder, name);
      const expiry = await expiryOf(path, name);
      if (expiry && expiry <= now) await rm(path, { force: true });
    }
  }
}
