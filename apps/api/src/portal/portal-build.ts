import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { extname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Locale } from '@app/kernel';

/** How a person reads the portal. */
export interface Reading {
  readonly locale: Locale;
  readonly large: boolean;
}

/** A page to be rendered; the portal's `entry-server` says the same. */
export interface PageRequest {
  readonly url: string;
  readonly reading: Reading;
  readonly outbox: boolean;
  readonly execute: (query: string, variables: Record<string, unknown>) => Promise<object>;
}

/** The parts of a rendered page that are put into the frame. */
export interface RenderedPage {
  readonly status: number;
  readonly head: string;
  readonly body: string;
  readonly state: string;
}

/** What the portal is rendered with on the server. */
export interface PortalServer {
  renderPage(request: PageRequest): Promise<RenderedPage>;
  /** The state of a page that is rendered in the browser only. */
  stateMarkup(handOver: Reading & { answers: null; outbox: boolean }): string;
}

/** A file of the portal with its packed forms. */
export interface StaticFile {
  readonly type: string;
  readonly tag: string;
  readonly bytes: Buffer;
  readonly packed: Readonly<Partial<Record<'br' | 'gzip', Buffer>>>;
}

const TYPES: Readonly<Record<string, string>> = {
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.woff2': 'font/woff2',
  '.png': 'image/png',
  '.webmanifest': 'application/manifest+json',
};

/** The portal as `npm run build` made it. */
export class PortalBuild {
  private constructor(
    /** The page into which everything is put. */
    readonly frame: string,
    /** Files by name: hashed ones below `static`, the rest beside. */
    readonly files: ReadonlyMap<string, StaticFile>,
    private readonly folder: string,
  ) {}

  /** Reads the build; null when there is none. */
  static read(folder: string): PortalBuild | null {
    const client = join(folder, 'client');
    if (!existsSync(join(client, 'index.html'))) return null;
    const frame = readFileSync(join(client, 'index.html'), 'utf8');
    const names = readdirSync(client, { recursive: true, encoding: 'utf8' });
    const files = names
      .filter((name) => extname(name) in TYPES)
      .map((name) => [name.replaceAll('\\', '/'), readStaticFile(join(client, name))] as const);
    return new PortalBuild(frame, new Map(files), folder);
  }

  /** The code that renders pages on the server. */
  async server(): Promise<PortalServer> {
    return (await import(pathToFileURL(join(this.folder, 'server', 'entry-server.js')).href)) as PortalServer;
  }
}

function readStaticFile(path: string): StaticFile {
  const bytes = readFileSync(path);
  const packed = (suffix: string) => (existsSync(path + suffix) ? readFileSync(path + suffix) : undefined);
  return {
    type: TYPES[extname(path)] ?? 'application/octet-stream',
    tag: `"${createHash('sha256').update(bytes).digest('hex').slice(0, 20)}"`,
    bytes,
    packed: { br: packed('.br'), gzip: packed('.gz') },
  };
}
