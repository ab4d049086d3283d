import { type KeyedOrganization, NameKeysJob, type NameKeysRepository } from './name-keys.repository.js';

/** So many organizations without keys, by number. */
function unkeyed(count: number) {
  const all = Array.from({ length: count }, (_, i) => ({
    id: `0000000${i}`.slice(-8),
    name: '宁波压铸',
    core: '压铸',
  }));
  const asked: string[] = [];
  const saved: KeyedOrganization[] = [];
  const names = {
    findUnkeyed: (after: string, limit: number) => {
      asked.push(after);
      const rest = all.filter(({ id }) => asked.length === 1 || id > after);
      return Promise.resolve(rest.slice(0, limit));
    },
    saveKeys: (keyed: readonly KeyedOrganization[]) => Promise.resolve(void saved.push(...keyed)),
  };
  return { job: new NameKeysJob(names as unknown as NameKeysRepository), asked, saved };
}

describe('keys of names', () => {
  it('are made of all, each once, going on behind the last', async () => {
    const { job, asked, saved } = unkeyed(450);
    await job.handle();
    expect(new Set(saved.map(({ id }) => id)).size).toBe(450);
    expect(saved).toHaveLength(450);
    expect(asked.slice(1)).toEqual(['00000199', '00000399']);
  });

  it('find a name by itself, its pinyin and its initials, with and without its place', async () => {
    const { job, saved } = unkeyed(1);
    await job.handle();
    expect(saved[0]?.keys).toEqual(expect.arrayContaining(['宁波压铸', 'ningboyazhu', 'nbyz', '压铸', 'yz']));
  });

  it('are left alone where none is missing', async () => {
    const { job, asked, saved } = unkeyed(0);
    await job.handle();
    expect(asked).toHaveLength(1);
    expect(saved).toEqual([]);
  });
});
