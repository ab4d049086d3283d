import { derivedKeys, keyUid, processKeys } from './scoped-keys.js';

describe('the keys of a search server', () => {
  it('follow from the master key and the prefix, each another', () => {
    const keys = Object.values(derivedKeys('a-master-key-of-a-server', 'one_'));
    expect(new Set([...keys, ...Object.values(derivedKeys('a-master-key-of-a-server', 'two_'))]).size).toBe(
      6,
    );
    expect(keys.every((key) => /^[0-9a-f]{64}$/.test(key))).toBe(true);
    expect(keyUid('one_', 'search')).toMatch(
      /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-8[0-9a-f]{3}-[0-9a-f]{12}$/,
    );
  });

  it('never let the master key serve, nor a process do more than it was given keys for', () => {
    const master = 'a-master-key-of-a-server';
    expect(Object.values(processKeys({ MEILI_MASTER_KEY: master }))).not.toContain(master);
    expect(processKeys({ MEILI_SEARCH_KEY: 's' })).toEqual({
      search: 's',
      index: undefined,
      admin: undefined,
    });
    expect(processKeys({ MEILI_KEY: 'k', MEILI_SEARCH_KEY: 's' })).toEqual({
      search: 's',
      index: 'k',
      admin: 'k',
    });
    expect(processKeys({})).toEqual({ search: '', index: '', admin: '' });
  });
});
