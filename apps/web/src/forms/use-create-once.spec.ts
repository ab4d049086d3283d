import { CreateOnce } from './use-create-once.js';

/** A server whose answers get lost as a test wants it, and that adds once per client mutation id. */
function aServer() {
  const things = new Map<string, { content: string; version: number }>();
  const ways = (lost: boolean) => ({
    create: (content: string, id: string) => {
      if (!things.has(id)) things.set(id, { content, version: 1 });
      return Promise.resolve(lost ? null : { id, version: things.get(id)!.version });
    },
    update: (content: string, { id, version }: { id: string; version: number }) => {
      if (things.get(id)!.version !== version) return Promise.resolve(null);
      things.set(id, { content, version: version + 1 });
      return Promise.resolve({ id, version: version + 1 });
    },
  });
  return { ways, stored: () => [...things.values()] };
}

describe('a form that adds one thing', () => {
  it('adds it with one request', async () => {
    const server = aServer();
    await new CreateOnce<string>().store('a', server.ways(false));
    expect(server.stored()).toEqual([{ content: 'a', version: 1 }]);
  });

  it('whose answer was lost adds it once, with what was written last', async () => {
    const server = aServer();
    const form = new CreateOnce<string>();
    expect(await form.store('a', server.ways(true))).toBeNull();
    expect(await form.store('b', server.ways(false))).not.toBeNull();
    expect(server.stored()).toEqual([{ content: 'b', version: 2 }]);
  });

  it('that is sent again after it was stored changes what is there, as often as it is sent', async () => {
    const server = aServer();
    const form = new CreateOnce<string>();
    for (const content of ['a', 'b', 'c']) await form.store(content, server.ways(false));
    expect(server.stored()).toEqual([{ content: 'c', version: 3 }]);
  });
});
