import { mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ChannelMessage } from './channel.js';
import { OutboxFolderChannel } from './outbox-folder-channel.js';

const MESSAGE: ChannelMessage = {
  id: '01890a5d-ac96-774b-bcce-b302099a8057',
  channel: 'SMS',
  to: '+8613800138000',
  subject: '链桥登录验证码',
  text: '【链桥】您的登录验证码是 012345。',
  locale: 'zh',
  template: 'MESSAGE_SIGN_IN_CODE',
  params: { code: '012345', minutes: 10 },
  orderedAt: new Date('2025-03-01T08:09:10.123Z'),
  uselessAfter: new Date('2025-03-01T08:19:10.123Z'),
};

describe('the outbox folder', () => {
  let dir: string;
  let channel: OutboxFolderChannel;
  const files = async () => (await readdir(join(dir, 'outbox'))).sort();

  beforeEach(async () => {
    dir = await mkdtemp(join(tmpdir(), 'outbox-'));
    channel = new OutboxFolderChannel({ DATA_DIR: dir });
  });
  afterEach(() => rm(dir, { recursive: true }));

  it('holds a short message as a readable file that only its owner may read', async () => {
    await channel.send(MESSAGE);
    expect(await files()).toEqual(['20250301T080910123Z_9a8057-sms-8613800138000.txt']);
    const path = join(dir, 'outbox', (await files())[0]!);
    expect(await readFile(path, 'utf8')).toBe(
      'Channel: SMS\nTo: +8613800138000\nDate: 2025-03-01T08:09:10.123Z\nExpires: 2025-03-01T08:19:10.123Z\nLanguage: zh\n\n【链桥】您的登录验证码是 012345。\n',
    );
    expect((await stat(path)).mode & 0o777).toBe(0o600);
  });

  it('shows the subject of an e-mail, and keeps a receiver from leading out of the folder', async () => {
    await channel.send({ ...MESSAGE, channel: 'EMAIL', to: '../../采购@example.com' });
    const [file] = await files();
    expect(file).toBe('20250301T080910123Z_9a8057-email-采购-example.com.txt');
    expect(await readFile(join(dir, 'outbox', file!), 'utf8')).toContain('\nSubject: 链桥登录验证码\n\n');
  });

  it('lets no subject, receiver or link begin a header', async () => {
    const subject = '甲厂\r\nBcc: victim@example.com\n\n邀请您';
    await channel.send({ ...MESSAGE, channel: 'EMAIL', to: 'a@b.cn\nBcc: c@d.cn', subject });
    const text = await readFile(join(dir, 'outbox', (await files())[0]!), 'utf8');
    const head = text.slice(0, text.indexOf('\n\n'));
    expect(head.split('\n').map((line) => line.slice(0, line.indexOf(':')))).toEqual([
      'Channel',
      'To',
      'Date',
      'Expires',
      'Language',
      'Subject',
    ]);
    expect(head).toContain('Subject: 甲厂 Bcc: victim@example.com 邀请您');
  });

  it('loses a message when its code is good no longer, any other after a week, and no file of somebody else', async () => {
    const invitation = { ...MESSAGE, id: '01890a5d-ac96-774b-bcce-b302099a8058' };
    await channel.send(MESSAGE);
    await channel.send({ ...invitation, uselessAfter: new Date('2025-04-01T00:00:00Z') });
    await writeFile(join(dir, 'outbox', 'notes.txt'), '');
    await channel.removeUseless(new Date('2025-03-01T08:19:10.122Z'));
    expect(await files()).toHaveLength(3);
    await channel.removeUseless(new Date('2025-03-01T08:19:10.123Z'));
    expect(await files()).toEqual(['20250301T080910123Z_9a8058-sms-8613800138000.txt', 'notes.txt']);
    await channel.removeUseless(new Date('2025-03-08T08:09:11Z'));
    expect(await files()).toEqual(['notes.txt']);
  });

  it('may not be there yet', async () => {
    await expect(channel.removeUseless(new Date())).resolves.toBeUndefined();
  });

  it('keeps one file of a message that is sent again, and two of two messages at once', async () => {
    await channel.send(MESSAGE);
    await channel.send(MESSAGE);
    await channel.send({ ...MESSAGE, id: '01890a5d-ac96-774b-bcce-b302099a8058' });
    expect(await files()).toHaveLength(2);
  });
});
