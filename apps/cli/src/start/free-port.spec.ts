import { createServer } from 'node:net';
import { freePort } from './free-port.js';

describe('the port of the platform', () => {
  it('is the one that was wished for, and any free one for 0', async () => {
    const free = await freePort(0, '127.0.0.1');
    expect(free).toBeGreaterThan(1023);
    expect(await freePort(free, '127.0.0.1')).toBe(free);
  });

  it('is refused by number when another program listens there', async () => {
    const other = createServer();
    const port = await new Promise<number>((resolve) =>
      other.listen(0, '127.0.0.1', () => resolve((other.address() as { port: number }).port)),
    );
    await expect(freePort(port, '127.0.0.1')).rejects.toThrow(
      `Port ${port} is taken: stop the program that listens on it, or choose another one, as in PORT=${port + 1} npm start.`,
    );
    await new Promise((closed) => other.close(closed));
  });

  it('is refused on an address that is not of this machine', async () => {
    await expect(freePort(0, '203.0.113.7')).rejects.toThrow(
      'This machine has no address 203.0.113.7: correct HOST',
    );
  });
});
