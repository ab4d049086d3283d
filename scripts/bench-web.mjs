/**
 * `npm run bench:web [-- --json]`: each public page in Chromium with an empty cache, four times slowed down: kilobytes of
 * JavaScript as transferred, first contentful paint, serious and critical findings of axe. Runs on a platform of its own
 * with the demonstration data, on a folder that is removed afterwards.
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
const FLAGS = ['--no-sandbox', '--disable-gpu', '--no-first-run', '--disable-background-networking'];
const WIDTHS = [1280, 390];
const SLOW_DOWN = 4;
const READY_MS = 180_000;
const BYTES_PER_KB = 1000;
const THINGS = `{
  procurementNeeds(first: 1) { edges { node { id } } }
  matchmakingEvents(first: 1) { edges { node { id } } }
  search(index: CAPABILITIES, pageSize: 1) { hits { item { ... on Capability { id organization { id } } } } }
}`;

if (!existsSync(EXECUTABLE)) fail(`There is no ${EXECUTABLE}: install Chromium, or name it by CHROMIUM.`);
ensureInstalled();
ensureBuilt();
const { chromium } = await import('playwright-core');
const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const folder = mkdtempSync(join(tmpdir(), 'lianqiao-bench-web-'));
const port = await freePort();
const origin = `http://127.0.0.1:${port}`;
const platform = spawn(process.execPath, [join(root, 'dist/apps/cli/src/start/start.main.js')], {
  cwd: root,
  env: { ...process.env, DATA_DIR: folder, PORT: String(port), HOST: '127.0.0.1', LOG_LEVEL: 'error' },
  stdio: ['ignore', 'ignore', 'inherit'],
});
try {
  await ready();
  const browser = await chromium.launch({ executablePath: EXECUTABLE, args: FLAGS, headless: true });
  const pages = [];
  for (const path of await publicPages()) {
    for (const width of WIDTHS) pages.push(await measured(browser, path, width));
  }
  await browser.close();
  console.table(pages);
  if (process.argv.includes('--json')) console.log(JSON.stringify({ pages }));
} catch (error) {
  console.error(`bench:web could not measure: ${error.message}`);
  process.exitCode = 1;
} finally {
  platform.kill('SIGTERM');
  await once(platform, 'exit');
  rmSync(folder, { recursive: true, force: true });
}

async function measured(browser, path, width) {
  const context = await browser.newContext({ viewport: { width, height: 844 } });
  const page = await context.newPage();
  const session = await context.newCDPSession(page);
  await session.send('Network.enable');
  await session.send('Emulation.setCPUThrottlingRate', { rate: SLOW_DOWN });
  const scripts = new Set();
  let bytes = 0;
  session.on('Network.responseReceived', ({ requestId, type }) => {
    if (type === 'Script') scripts.add(requestId);
  });
  session.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
    if (scripts.has(requestId)) bytes += encodedDataLength;
  });
  await page.goto(origin + path, { waitUntil: 'networkidle', timeout: READY_MS });
  const fcpMs = await page.evaluate(`performance.getEntriesByName('first-contentful-paint')[0]?.startTime`);
  if (fcpMs === undefined) throw new Error(`${path} painted nothing.`);
  await session.send('Emulation.setCPUThrottlingRate', { rate: 1 });
  await page.evaluate(axe);
  const axeSerious = await page.evaluate(
    `axe.run().then(({ violations }) => violations.filter(({ impact }) => /serious|critical/.test(impact)).length)`,
  );
  await context.close();
  return { path, width, jsKb: Math.round(bytes / BYTES_PER_KB), fcpMs: Math.round(fcpMs), axeSerious };
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
  const until = Date.now() + READY_MS;
  while (Date.now() < until) {
    if (platform.exitCode !== null) throw new Error('the platform stopped: see the lines above.');
    const answer = await fetch(`${origin}/health/ready`).catch(() => null);
    if (answer?.ok) return;
    await pause(250);
  }
  throw new Error('the platform was not ready in time.');
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
