import { defineTexts, FixedClock } from '@app/kernel';
import { Channel, type ChannelMessage } from './channel.js';
import { MessageDeliveryJob, renderMessage } from './message.jobs.js';
import type { OutgoingMessageRow } from './outgoing-message.entity.js';
import type { OutgoingMessagesRepository } from './outgoing-messages.repository.js';

defineTexts({
  SPEC_CODE_SUBJECT: { zh: '验证码', en: 'Code' },
  SPEC_CODE_BODY: { zh: '验证码 {code}', en: 'Code {code}' },
});

const NOW = new Date('2025-03-01T08:00:00Z');

function row(change: Partial<OutgoingMessageRow> = {}): OutgoingMessageRow {
  return {
    id: '01890a5d-ac96-774b-bcce-b302099a8057',
    channel: 'SMS',
    recipient: '+8613800138000',
    template: 'SPEC_CODE',
    params: { code: '012345' },
    locale: 'zh',
    orderedAt: NOW,
    uselessAfter: new Date(NOW.getTime() + 1000),
    ...change,
  };
}

class RecordingChannel extends Channel {
  readonly sent: ChannelMessage[] = [];
  broken = false;

  async send(message: ChannelMessage): Promise<void> {
    if (this.broken) throw new Error('provider unreachable');
    this.sent.push(message);
  }
}

function setUp(rows: OutgoingMessageRow[]) {
  const kept = new Map(rows.map((r) => [r.id, r]));
  const repository = {
    findMessage: async (id: string) => kept.get(id) ?? null,
    deleteMessage: async (id: string) => void kept.delete(id),
  } as Pick<OutgoingMessagesRepository, 'findMessage' | 'deleteMessage'> as OutgoingMessagesRepository;
  const channel = new RecordingChannel();
  const clock = new FixedClock(NOW);
  return { kept, channel, clock, delivery: new MessageDeliveryJob(repository, channel, clock) };
}

describe('the delivery of a message', () => {
  it('renders it in the receiver’s language', () => {
    expect(renderMessage(row())).toMatchObject({
      to: '+8613800138000',
      subject: '验证码',
      text: '验证码 012345',
    });
    expect(renderMessage(row({ locale: 'en' }))).toMatchObject({ subject: 'Code', text: 'Code 012345' });
  });

  it('refuses a template without sentences instead of sending its code', () => {
    expect(() => renderMessage(row({ template: 'NO_SUCH' }))).toThrow('NO_SUCH');
  });

  it('makes one line of what people call themselves', () => {
    const params = { code: '甲厂\r\nBcc: a@b.cn' };
    expect(renderMessage(row({ params }))).toMatchObject({ text: '验证码 甲厂 Bcc: a@b.cn' });
  });

  it('sends it and keeps nothing', async () => {
    const { kept, channel, delivery } = setUp([row()]);
    await delivery.handle({ messageId: row().id });
    expect(channel.sent.map(({ text }) => text)).toEqual(['验证码 012345']);
    expect(kept.size).toBe(0);
  });

  it('keeps it for another try when the channel fails', async () => {
    const { kept, channel, delivery } = setUp([row()]);
    channel.broken = true;
    await expect(delivery.handle({ messageId: row().id })).rejects.toThrow('unreachable');
    expect(kept.size).toBe(1);
  });

  it('drops it unsent when it has lost its point, and does nothing when it is gone', async () => {
    const { kept, channel, clock, delivery } = setUp([row()]);
    clock.advance(1000);
    await delivery.handle({ messageId: row().id });
    await delivery.handle({ messageId: row().id });
    expect(channel.sent).toEqual([]);
    expect(kept.size).toBe(0);
  });
});
