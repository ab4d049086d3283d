/**
 * `npm run bench:web [-- --json]`: each public page in Chromium with an empty cache, four times slowed down: kilobytes of
 * JavaScript as transferred, first contentful paint, serious and critical findings of axe. Builds only when a source has
 * changed. Runs on a platform of its own with the demonstration data and settings as they come, on a folder that is removed
 * afterwards; each page is asked for once before, since it is the browser that is new and not the platform.
 */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { ensureBuilt, ensureInstalled, root } from './ensure.mjs';

const EXECUTABLE = process.env.CHROMIUM ?? '/usr/bin/chromium';
const FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-dev-shm-usage',
  '--no-first-run',
  '--disable-background-networking',
];
/** What a browser, Node and npm need of their surroundings; every setting of the platform stays as it comes. */
const KEPT_VARIABLES = /^(PATH|HOME|USER|LANG|LC_\w+|TMPDIR|TMP|TEMP|SYSTEMROOT|NODE_OPTIONS|npm_\w+)$/i;
const WIDTHS = [1280, 390];
const SLOW_DOWN = 4;
/** A machine with other things to do takes minutes where a free one takes seconds. */
const READY_MS = 900_000;
const PAGE_MS = 180_000;
const TELL_EVERY_MS = 10_000;
const BYTES_PER_KB = 1000;
const THINGS = `{
  procurementNeeds(first: 1) { edges { node { id } } }
  matchmakingEvents(first: 1) { edges { node { id } } }
  search(index: CAPABILITIES, pageSize: 1) { hits { item { ... on Capability { id organization { id } } } } }
}`;
const FIRST_PAINT = `performance.getEntriesByName('first-contentful-paint')[0]?.startTime`;
/** What is still loading or fading in has not the contrast that readers will see. */
const SETTLED = `document.querySelector('.loading') === null && Promise.all(document.getAnimations()
  .filter(({ effect }) => Number.isFinite(effect?.getComputedTiming().endTime))
  .map(({ finished }) => finished.catch(() => undefined))).then(() => true)`;

if (!existsSync(EXECUTABLE)) fail(`There is no ${EXECUTABLE}: install Chromium, or name it by CHROMIUM.`);
ensureInstalled();
ensureBuilt();
const { chromium } = await import('playwright-core');
const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const began = performance.now();
const folder = mkdtempSync(join(tmpdir(), 'lianqiao-bench-web-'));
const port = await freePort();
const origin = `http://127.0.0.1:${port}`;
const platform = spawn(process.execPath, [join(root, 'dist/apps/cli/src/start/start.main.js')], {
  cwd: root,
  env: {
    ...Object.fromEntries(Object.entries(process.env).filter(([name]) => KEPT_VARIABLES.test(name))),
    DATA_DIR: folder,
    PORT: String(port),
    HOST: '127.0.0.1',
    LOG_LEVEL: 'error',
  },
  // What the start has to say is progress, and belongs where progress goes.
  stdio: ['ignore', 2, 2],
});
let stopping = false;
for (const signal of ['SIGINT', 'SIGTERM']) {
  process.once(signal, () => {
    stopping = true;
    platform.kill('SIGTERM');
  });
}
try {
  await ready();
  const pages = await withBrowser(measureAll);
  console.table(pages);
  if (process.argv.includes('--json')) console.log(JSON.stringify({ pages }));
} catch (error) {
  console.error(`bench:web could not measure: ${stopping ? 'it was stopped.' : error.message}`);
  process.exitCode = 1;
} finally {
  await ended();
  rmSync(folder, { recursive: true, force: true });
}

async function withBrowser(work) {
  const browser = await chromium.launch({ executablePath: EXECUTABLE, args: FLAGS, headless: true });
  try {
    return await work(browser);
  } finally {
    await browser.close();
  }
}

async function measureAll(browser) {
  const paths = await publicPages();
  for (const path of paths) await (await fetch(origin + path)).text();
  // A browser that has just started loads its services and fonts with whatever comes first: that is not the page's.
  await measured(browser, paths[0], WIDTHS[0]);
  const pages = [];
  for (const path of paths) {
    for (const width of WIDTHS) {
      const page = await measured(browser, path, width);
      pages.push(page);
      tell(`${pages.length}/${paths.length * WIDTHS.length} ${decodeURIComponent(path)} at ${width} px`);
    }
  }
  return pages;
}

async function measured(browser, path, width) {
  const context = await browser.newContext({ viewport: { width, height: 844 } });
  try {
    const page = await context.newPage();
    const session = await context.newCDPSession(page);
    await session.send('Network.enable');
    await session.send('Emulation.setCPUThrottlingRate', { rate: SLOW_DOWN });
    const scripts = transferredScripts(session);
    await page.goto(origin + path, { waitUntil: 'load', timeout: PAGE_MS });
    // A page without a frame yet has loaded and not been painted.
    const fcpMs = await until(page, FIRST_PAINT, `${path} painted nothing.`);
    await session.send('Emulation.setCPUThrottlingRate', { rate: 1 });
    // What a page loads once it lives belongs to its weight.
    await until(page, SETTLED, `${path} never settled.`);
    await page.waitForLoadState('networkidle', { timeout: PAGE_MS });
    const jsKb = Math.round(scripts.bytes / BYTES_PER_KB);
    await page.evaluate(axe);
    const findings = await page.evaluate(
      `axe.run().then(({ violations }) => violations.filter(({ impact }) => /serious|critical/.test(impact)))`,
    );
    for (const { id, nodes } of findings)
      tell(`${id}: ${nodes.map(({ target }) => target.join(' ')).join(', ')}`);
    return { path, width, jsKb, fcpMs: Math.round(fcpMs), axeSerious: findings.length };
  } finally {
    await context.close();
  }
}

/** What an expression gives in the page once it gives something; asked from here, since the page's policy lets nothing evaluate. */
async function until(page, expression, otherwise) {
  for (const end = performance.now() + PAGE_MS; performance.now() < end; await pause(100)) {
    const value = await page.evaluate(expression);
    if (value) return value;
  }
  throw new Error(otherwise);
}

/** Counts what the page's scripts weigh on the way, as they come. */
function transferredScripts(session) {
  const counted = { bytes: 0 };
  const scripts = new Set();
  session.on('Network.responseReceived', ({ requestId, type }) => {
    if (type === 'Script') scripts.add(requestId);
  });
  session.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
    if (scripts.has(requestId)) counted.bytes += encodedDataLength;
  });
  return counted;
}

async function publicPages() {
  const answer = await fetch(`${origin}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ query: THINGS }),
  });
  const { data, errors } = await answer.json();
  if (errors) throw new Error(errors[0].message);
  const first = ({ edges }) => edges[0]?.node.id;
  const things = [
    ['capabilities', data.search.hits[0]?.item.id],
    ['organizations', data.search.hits[0]?.item.organization.id],
    ['needs', first(data.procurementNeeds)],
    ['events', first(data.matchmakingEvents)],
  ];
  const words = encodeURIComponent('铝合金压铸电机壳体，每月5000件，IATF 16949，杭州');
  return [
    '/',
    `/?q=${words}`,
    `/search?q=${encodeURIComponent('压铸')}`,
    '/events',
    '/events?view=calendar',
    '/fairs?month=9',
    ...things.filter(([, id]) => id).map(([kind, id]) => `/${kind}/${id}`),
  ];
}

async function ready() {
  let told = performance.now();
  for (const until = performance.now() + READY_MS; performance.now() < until; await pause(250)) {
    if (hasEnded()) throw new Error('the platform stopped: see the lines above.');
    const answer = await fetch(`${origin}/health/ready`).catch(() => null);
    if (answer?.ok) return tell('the platform is ready');
    if (performance.now() - told < TELL_EVERY_MS) continue;
    tell('the platform is not ready yet');
    told = performance.now();
  }
  throw new Error('the platform was not ready in a quarter of an hour.');
}

function hasEnded() {
  return platform.exitCode !== null || platform.signalCode !== null;
}

/** Stops the platform and waits until it has. */
async function ended() {
  if (hasEnded()) return;
  const exit = once(platform, 'exit');
  platform.kill('SIGTERM');
  await exit;
}

function tell(what) {
  console.error(`[${((performance.now() - began) / 1000).toFixed(1).padStart(5)} s] bench:web: ${what}`);
}

async function freePort() {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port: free } = server.address();
  server.close();
  return free;
}

function fail(message) {
  console.error(message);
  process.exit(1);
}
