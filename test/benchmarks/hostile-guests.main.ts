import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { Agent, request } from 'node:http';
import { setTimeout as pause } from 'node:timers/promises';
import { type HostileRequest, hostileRequests } from './hostile-requests.js';

/** What the guests are told by the benchmark that starts them. */
interface Orders {
  readonly url: string;
  readonly guests: number;
  readonly seconds: number;
  /** Names of things that texts are made of. */
  readonly names: readonly string[];
}

/** After a refusal a guest waits so long: more would only measure how fast the guests' own process is. */
const AFTER_REFUSAL_MS = 20;
const PATIENCE_MS = 15_000;

/**
 * The hostile guests of `bench:hostile`, in a process of their own, each from an address of its own on the loopback; they
 * end when their time is over. Their counts are the last line of standard output.
 */
const orders = JSON.parse(readFileSync(process.argv.at(-1) ?? '', 'utf8')) as Orders;
const requests = hostileRequests(orders.names);
const counts = { served: 0, refused: 0, failed: 0 };
let number = 0;

/** The status of the answer; 0 when there was none. */
function send(agent: Agent, localAddress: string, ask: HostileRequest): Promise<number> {
  const body = JSON.stringify({ query: ask(number++) });
  return new Promise((resolve) => {
    const outgoing = request(
      new URL('/graphql', orders.url),
      {
        method: 'POST',
        agent,
        localAddress,
        timeout: PATIENCE_MS,
        headers: { 'content-type': 'application/json', 'content-length': Buffer.byteLength(body) },
      },
      (answer) => {
        answer.resume();
        answer.on('end', () => resolve(answer.statusCode ?? 0));
        answer.on('error', () => resolve(0));
      },
    );
    outgoing.on('timeout', () => outgoing.destroy());
    outgoing.on('error', () => resolve(0));
    outgoing.end(body);
  });
}

async function guest(index: number, until: number): Promise<void> {
  const agent = new Agent({ keepAlive: true, maxSockets: 1 });
  // Linux answers on all of 127.0.0.0/8; elsewhere all guests share one address.
  const address = process.platform === 'linux' ? `127.0.1.${index + 1}` : '127.0.0.1';
  for (let turn = index; Date.now() < until; turn++) {
    const status = await send(agent, address, requests[turn % requests.length]!);
    if (status === 200) counts.served++;
    else if (status === 0) counts.failed++;
    else counts.refused++;
    if (status !== 200) await pause(AFTER_REFUSAL_MS);
  }
  agent.destroy();
}

/** The benchmark begins to measure when all is loaded here: what that takes is no load of the platform. */
console.log('ready');
await once(process.stdin, 'data');
process.stdin.destroy();
const until = Date.now() + orders.seconds * 1000;
await Promise.all(Array.from({ length: orders.guests }, (_, i) => guest(i, until)));
console.log(JSON.stringify(counts));
