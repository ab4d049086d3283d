import dayjs from 'dayjs';
import { type DraftStorage, KeptDrafts } from './kept-drafts.js';

/** A browser's storage as far as drafts need it. */
function aStorage(): DraftStorage & { readonly content: Map<string, string> } {
  const content = new Map<string, string>();
  return {
    content,
    get length() {
      return content.size;
    },
    key: (index) => [...content.keys()][index] ?? null,
    getItem: (key) => content.get(key) ?? null,
    setItem: (key, value) => void content.set(key, value),
    removeItem: (key) => void content.delete(key),
  };
}

describe('drafts of a browser', () => {
  it('give back what was typed, days too', () => {
    const drafts = new KeptDrafts(aStorage());
    drafts.keep('p1', 'need', {
      title: '壳体',
      lines: [{ quantity: { amount: '5' }, from: dayjs('2027-01-02') }],
    });
    const values = drafts.find('p1', 'need')?.values as {
      title: string;
      lines: { quantity: object; from: dayjs.Dayjs }[];
    };
    expect(values.title).toBe('壳体');
    expect(values.lines[0]!.quantity).toEqual({ amount: '5' });
    expect(dayjs.isDayjs(values.lines[0]!.from)).toBe(true);
    expect(values.lines[0]!.from.format('YYYY-MM-DD')).toBe('2027-01-02');
  });

  it('of a guest pass to whoever signs in; those of a person to nobody else', () => {
    const drafts = new KeptDrafts(aStorage());
    drafts.keep(null, 'need', { title: '壳体' });
    expect(drafts.find('p1', 'need')?.values).toEqual({ title: '壳体' });
    drafts.keep('p1', 'need', { title: '壳体 2' });
    expect(drafts.find('p1', 'need')?.values).toEqual({ title: '壳体 2' });
    drafts.forget('p1', 'need');
    expect(drafts.list('p1')).toEqual([]);
    drafts.keep('p1', 'need', { title: '壳体 3' });
    expect(drafts.list('p2')).toEqual([]);
    expect(drafts.list(null)).toEqual([]);
  });

  it('are gone when their person signs out, when they are old, and beyond twenty', () => {
    const storage = aStorage();
    let now = 0;
    const drafts = new KeptDrafts(storage, () => now);
    for (let i = 0; i < 25; i++) {
      now = i;
      drafts.keep('p1', `form-${i}`, {});
    }
    expect(drafts.list('p1').map(({ name }) => name)).toEqual(
      Array.from({ length: 20 }, (_, i) => `form-${24 - i}`),
    );
    now = 15 * 24 * 60 * 60 * 1000;
    expect(drafts.list('p1')).toEqual([]);
    expect(storage.content.size).toBe(0);
    drafts.keep('p1', 'need', {});
    drafts.forgetAll('p1');
    expect(storage.content.size).toBe(0);
  });

  it('are none where the browser stores nothing, or nothing more', () => {
    expect(new KeptDrafts(null).list('p1')).toEqual([]);
    const full = { ...aStorage(), setItem: () => void fail() };
    const fail = () => {
      throw new Error('QuotaExceededError');
    };
    const drafts = new KeptDrafts(full);
    drafts.keep('p1', 'need', {});
    expect(drafts.find('p1', 'need')).toBeNull();
  });

  it('that cannot be read are none', () => {
    const storage = aStorage();
    storage.setItem('lianqiao.draft.p1.need', '{"name":');
    expect(new KeptDrafts(storage).list('p1')).toEqual([]);
  });
});
