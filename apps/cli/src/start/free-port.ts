import { createServer } from 'node:net';
import { StartRefusedError } from './folder-lock.js';

/** Makes sure that the port can be listened on and gives it; port 0 becomes any free one. Throws one sentence. */
export async function freePort(port: number, host: string): Promise<number> {
  const probe = createServer();
  try {
    return await new Promise<number>((resolve, reject) => {
      probe.once('error', reject);
      probe.listen({ port, host, exclusive: true }, () => {
        const address = probe.address();
        resolve(typeof address === 'object' && address ? address.port : port);
      });
    });
  } catch (error) {
    throw new StartRefusedError(sentence((error as NodeJS.ErrnoException).code ?? String(error), port, host));
  } finally {
    if (probe.listening) await new Promise((closed) => probe.close(closed));
  }
}

function sentence(code: string, port: number, host: string): string {
  if (code === 'EADDRINUSE') {
    return `Port ${port} is taken: stop the program that listens on it, or choose another one, as in PORT=${port + 1} npm start.`;
  }
  if (code === 'EACCES')
    return `Port ${port} is reserved for the administrator: choose one above 1023 with PORT.`;
  if (['EADDRNOTAVAIL', 'ENOTFOUND', 'EAI_AGAIN'].includes(code)) {
    return `This machine has no address ${host}: correct HOST (127.0.0.1 for this machine only, 0.0.0.0 for everybody).`;
  }
  return `Nothing can listen on ${host}:${port} (${code}): choose another PORT or HOST.`;
}
