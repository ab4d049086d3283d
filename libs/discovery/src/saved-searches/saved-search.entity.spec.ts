import { nextDigest } from '@app/kernel';
import { AlertFrequency, SavedSearch } from './saved-search.entity.js';

describe('a saved search', () => {
  it('sends its digest at eight where the reader is, also when clocks change', () => {
    const next = (zone: string, after: string) => nextDigest(zone, new Date(after)).toISOString();
    expect(next('Asia/Shanghai', '2026-06-01T23:59:00Z')).toBe('2026-06-02T00:00:00.000Z');
    expect(next('Asia/Shanghai', '2026-06-02T00:00:00Z')).toBe('2026-06-03T00:00:00.000Z');
    expect(next('Europe/Berlin', '2026-03-28T12:00:00Z')).toBe('2026-03-29T06:00:00.000Z');
    expect(next('Europe/Berlin', '2026-03-27T12:00:00Z')).toBe('2026-03-28T07:00:00.000Z');
  });

  it('is active unless paused or off; the link in a message turns it off', () => {
    const at = new Date('2026-06-01T00:00:00Z');
    const terms = { name: '压铸', frequency: AlertFrequency.DAILY, zone: 'Asia/Shanghai' };
    const search = SavedSearch.save({ id: '1', userId: 'u', unsubscribeToken: 't' }, {} as never, terms, at);
    expect(search.active).toBe(true);
    search.change({ paused: true }, at);
    expect([search.active, search.name]).toEqual([false, '压铸']);
    search.change({ paused: false }, at);
    search.unsubscribe(at);
    expect([search.active, search.frequency]).toEqual([false, 'OFF']);
  });
});
