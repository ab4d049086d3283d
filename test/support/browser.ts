import { existsSync } from 'node:fs';
import { type Browser, chromium, type Page, type Request } from 'playwright-core';

/** Where Debian installs Chromium; another one can be named by CHROMIUM. */
const EXECUTABLE = process.env['CHROMIUM'] ?? '/usr/bin/chromium';

/** No sandbox, since tests may run as root in a container; no errands of the browser's own. */
const FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-dev-shm-usage',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** A page of a real browser with all that its reader would find in the console. */
export interface WatchedPage {
  readonly page: Page;
  /** Errors in the console, uncaught exceptions, breaches of the content security policy, failed requests. */
  readonly complaints: readonly string[];
  /** Waits until no request is under way, and the page has drawn what the last answer brought. */
  quiet(): Promise<void>;
  /** Leaves the page with all that its reader has opened; wait for it, for the browser cannot end in the middle of it. */
  close(): Promise<void>;
}

/** A headless Chromium. */
export interface TestBrowser {
  /** A page of a reader whom the browser has never seen. */
  open(size: { width: number; height: number }): Promise<WatchedPage>;
  close(): Promise<void>;
}

/** Whether a Chromium is installed; says so on standard error when not, so that a skipped test is seen. */
export function browserIsInstalled(): boolean {
  const installed = existsSync(EXECUTABLE);
  if (!installed)
    process.stderr.write(`SKIPPED: browser tests, since there is no ${EXECUTABLE} (set CHROMIUM)\n`);
  return installed;
}

/** Starts Chromium; call `close` when the spec file ends. */
export async function startBrowser(): Promise<TestBrowser> {
  const browser = await chromium.launch({ executablePath: EXECUTABLE, args: FLAGS, headless: true });
  return { open: (size) => openPage(browser, size), close: () => browser.close() };
}

async function openPage(browser: Browser, size: { width: number; height: number }): Promise<WatchedPage> {
  const context = await browser.newContext({ viewport: size, reducedMotion: 'reduce' });
  const page = await context.newPage();
  return { page, complaints: complaintsOf(page), quiet: quietOf(page), close: () => context.close() };
}

/** Two frames: in the first the page takes in an answer, in the second it asks what follows from it. */
const TWO_FRAMES = 'new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn)))';
const PATIENCE_MS = 30_000;

function quietOf(page: Page): () => Promise<void> {
  const underWay = new Set<Request>();
  let whenNone = (): void => undefined;
  let leaving: Request | undefined;
  const ends = (request: Request) => {
    underWay.delete(request);
    if (underWay.size === 0) whenNone();
  };
  page.on('request', (request) => {
    if (request.isNavigationRequest() && request.frame() === page.mainFrame()) leaving = request;
    underWay.add(request);
  });
  page.on('framenavigated', (frame) => {
    if (!leaving || frame !== page.mainFrame()) return;
    // What the document that was left asked for, also while it was being left, is never heard of again.
    for (const request of underWay) if (request !== leaving) underWay.delete(request);
    leaving = undefined;
    if (underWay.size === 0) whenNone();
  });
  page.on('requestfinished', ends);
  page.on('requestfailed', ends);
  const none = () =>
    new Promise<void>((resolve, reject) => {
      const names = () => [...underWay].map((request) => request.url()).join(', ');
      const late = setTimeout(() => reject(new Error(`Still under way: ${names()}`)), PATIENCE_MS);
      whenNone = () => {
        clearTimeout(late);
        resolve();
      };
    });
  return async () => {
    do {
      if (underWay.size > 0) await none();
      await page.evaluate(TWO_FRAMES);
    } while (underWay.size > 0);
  };
}

function complaintsOf(page: Page): string[] {
  const complaints: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning') complaints.push(message.text());
  });
  page.on('pageerror', (error) => complaints.push(error.message));
  page.on('requestfailed', (request) => {
    // A page that is left gives up what it was still waiting for.
    if (request.failure()?.errorText === 'net::ERR_ABORTED') return;
    complaints.push(`${request.url()} ${request.failure()?.errorText}`);
  });
  page.on('response', (response) => {
    if (response.status() >= 400) complaints.push(`${response.status()} ${response.url()}`);
  });
  return complaints;
}
