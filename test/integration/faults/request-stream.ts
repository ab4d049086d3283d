import { Agent, type IncomingMessage, request } from 'node:http';
import { connect } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';

const QUERY = JSON.stringify({ query: '{ __typename }' });

/** What became of one request. */
interface Fate {
  readonly status: number | null;
  readonly closes: boolean;
}

/** How long a load balancer takes to send no more after it has seen that readiness fails. */
const NOTICE_MS = 300;

/**
 * Requests at a steady pace over connections that are kept open, as a load balancer sends them: it looks at
 * `/health/ready` every few milliseconds and, a moment after that has failed, sends nothing more.
 */
export class RequestStream {
  readonly fates: Fate[] = [];
  /** Status and body of the first answer by which the API said that it was not ready any more. */
  notReady: string | undefined;
  private noticed = false;
  private readonly agent = new Agent({ keepAlive: true });
  private readonly underWay: Promise<void>[] = [];
  private run: Promise<void> = Promise.resolve();

  constructor(
    private readonly port: number,
    private readonly perSecond: number,
  ) {}

  start(): void {
    this.run = Promise.all([this.look(), this.send()]).then(() => undefined);
  }

  /** Waits until the API is not ready any more and everything that was sent has come to its end. */
  async end(): Promise<void> {
    await this.run;
    await Promise.all(this.underWay);
    this.agent.destroy();
  }

  /** Requests in all, those without the expected answer, and those whose answer closed their connection. */
  figures(): { sent: number; dropped: number; closed: number } {
    return {
      sent: this.fates.length,
      dropped: this.fates.filter(({ status }) => status !== 200).length,
      closed: this.fates.filter(({ closes }) => closes).length,
    };
  }

  private async look(): Promise<void> {
    while (this.notReady === undefined) {
      const answer = await fetch(`http://127.0.0.1:${this.port}/health/ready`).catch(() => undefined);
      if (answer?.status !== 200)
        this.notReady = answer ? `${answer.status} ${await answer.text()}` : 'no answer';
      await pause(10);
    }
    await pause(NOTICE_MS);
    this.noticed = true;
  }

  private async send(): Promise<void> {
    const began = performance.now();
    for (let sent = 0; !this.noticed; sent++) {
      this.underWay.push(this.one());
      await pause(Math.max(0, began + ((sent + 1) * 1000) / this.perSecond - performance.now()));
    }
  }

  private one(): Promise<void> {
    return new Promise((resolve) => {
      const done = (answer?: IncomingMessage): void => {
        const closes = answer?.headers.connection === 'close';
        this.fates.push({ status: answer?.complete ? (answer.statusCode ?? null) : null, closes });
        resolve();
      };
      request(
        {
          port: this.port,
          host: '127.0.0.1',
          path: '/graphql',
          method: 'POST',
          agent: this.agent,
          headers: { 'content-type': 'application/json', 'content-length': QUERY.length },
        },
        (answer) => answer.resume().once('close', () => done(answer)),
      )
        .once('error', () => done())
        .end(QUERY);
    });
  }
}

/** A request whose second half is kept back; sent later, it must still be answered. */
export class HalfRequest {
  private answer = '';
  private readonly over: Promise<void>;

  private constructor(private readonly socket: ReturnType<typeof connect>) {
    socket.on('data', (bytes: Buffer) => (this.answer += bytes.toString()));
    this.over = new Promise((resolve) => socket.once('close', () => resolve()));
    socket.on('error', () => undefined);
  }

  /** Sends the first half. */
  static async begin(port: number): Promise<HalfRequest> {
    const socket = connect(port, '127.0.0.1');
    await new Promise((connected) => socket.once('connect', connected));
    const head = `POST /graphql HTTP/1.1\r\nhost: 127.0.0.1\r\ncontent-type: application/json\r\ncontent-length: ${QUERY.length}\r\n\r\n`;
    await new Promise((written) => socket.write(head + QUERY.slice(0, 5), written));
    return new HalfRequest(socket);
  }

  /** Sends the rest and gives all that was answered until the connection was closed. */
  async finish(): Promise<string> {
    this.socket.write(QUERY.slice(5));
    await this.over;
    return this.answer;
  }
}

/** Whether nobody listens on a port any more. */
export function refusesConnections(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1');
    socket.once('connect', () => {
      socket.destroy();
      resolve(false);
    });
    socket.once('error', () => resolve(true));
  });
}
