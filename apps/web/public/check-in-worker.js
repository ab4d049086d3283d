/**
 * Keeps the check-in page alive without a network: the frame of the page and the files that it has loaded are kept, and
 * served when the network does not answer. Data never goes through here; the page keeps its own in IndexedDB.
 */
const FRAME = 'check-in-frame';
const FILES = 'check-in-files';
const FRAME_ADDRESS = '/desk/check-in';
/** A hall's network that does not answer by then counts as none. */
const PATIENCE_MS = 4000;

self.addEventListener('install', (event) => event.waitUntil(self.skipWaiting()));
self.addEventListener('activate', (event) => event.waitUntil(self.clients.claim()));

/** The page tells what it has loaded; what earlier releases needed is let go. */
self.addEventListener('message', (event) => {
  const { files, port } = { files: event.data.files, port: event.ports[0] };
  event.waitUntil(
    keep(files).then(
      () => port?.postMessage({ kept: true }),
      () => port?.postMessage({ kept: false }),
    ),
  );
});

self.addEventListener('fetch', (event) => {
  const { request } = event;
  if (request.method !== 'GET' || new URL(request.url).origin !== self.location.origin) return;
  if (request.mode === 'navigate') event.respondWith(frame(request));
  else if (isFile(request.url)) event.respondWith(file(request));
});

const isFile = (address) => {
  const { pathname } = new URL(address);
  return (
    pathname.startsWith('/static/') || pathname === '/favicon.svg' || pathname === '/check-in.webmanifest'
  );
};

async function keep(files) {
  const cache = await caches.open(FILES);
  const wanted = new Set(files.filter(isFile));
  for (const { url } of await cache.keys()) if (!wanted.has(url)) await cache.delete(url);
  const kept = new Set((await cache.keys()).map(({ url }) => url));
  await cache.addAll([...wanted].filter((address) => !kept.has(address)));
  await (await caches.open(FRAME)).add(FRAME_ADDRESS);
}

/** Every page of the desk has the same frame, so that one kept frame serves all. */
async function frame(request) {
  const cache = await caches.open(FRAME);
  const kept = await cache.match(FRAME_ADDRESS);
  try {
    return await fetch(request, kept ? { signal: AbortSignal.timeout(PATIENCE_MS) } : {});
  } catch (error) {
    if (kept) return kept;
    throw error;
  }
}

/** A file's name carries its content's hash: what is kept is right. */
async function file(request) {
  const cache = await caches.open(FILES);
  const kept = await cache.match(request.url);
  if (kept) return kept;
  const answer = await fetch(request);
  if (answer.ok) await cache.put(request.url, answer.clone());
  return answer;
}
