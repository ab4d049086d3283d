import { loadReader } from './read-code.js';

const WORKER = '/check-in-worker.js';
const MANIFEST = '/check-in.webmanifest';
const SCOPE = '/desk/check-in';
const PATIENCE_MS = 15_000;

interface ScriptPolicy {
  createScriptURL(address: string): string;
}

interface TrustedTypes {
  createPolicy(name: string, rules: { createScriptURL: (address: string) => string }): ScriptPolicy;
}

let policy: ScriptPolicy | undefined;

/** The only script address that the page's policy lets through as a worker. */
function workerAddress(): string {
  const { trustedTypes } = globalThis as { trustedTypes?: TrustedTypes };
  policy ??= trustedTypes?.createPolicy('check-in-worker', { createScriptURL: () => WORKER });
  return policy ? policy.createScriptURL(WORKER) : WORKER;
}

/** Tells the phone that this page can stand among its programs. */
function offerAsProgram(): void {
  if (document.querySelector('link[rel=manifest]')) return;
  const link = document.createElement('link');
  link.rel = 'manifest';
  link.href = MANIFEST;
  document.head.append(link);
}

const filesOfPage = (): string[] => [
  new URL('/favicon.svg', window.location.href).href,
  ...[...document.querySelectorAll<HTMLScriptElement>('script[src]')].map(({ src }) => src),
  ...[...document.querySelectorAll<HTMLLinkElement>('link[rel=stylesheet], link[rel=modulepreload]')].map(
    ({ href }) => href,
  ),
  ...performance.getEntriesByType('resource').map(({ name }) => name),
];

/** Tells the worker what to keep; false when it could not, or did not answer in time. */
function kept(worker: ServiceWorker): Promise<boolean> {
  const { port1, port2 } = new MessageChannel();
  return new Promise((resolve) => {
    const late = setTimeout(() => resolve(false), PATIENCE_MS);
    port1.onmessage = ({ data }: MessageEvent<{ kept: boolean }>) => {
      clearTimeout(late);
      resolve(data.kept);
    };
    worker.postMessage({ files: [...new Set(filesOfPage())] }, [port2]);
  });
}

/**
 * Keeps the page on this device, so that it opens without a network. False where the browser cannot. A page that came from
 * the worker is kept, whether or not the network is there to keep it anew.
 */
export async function stayOffline(): Promise<boolean> {
  offerAsProgram();
  if (!('serviceWorker' in navigator)) return false;
  const before = navigator.serviceWorker.controller !== null;
  try {
    await loadReader();
    const registration = await navigator.serviceWorker.register(workerAddress(), { scope: SCOPE });
    const worker = registration.active ?? (await activated(registration));
    return (worker !== null && (await kept(worker))) || before;
  } catch {
    return before;
  }
}

function activated({ installing, waiting }: ServiceWorkerRegistration): Promise<ServiceWorker | null> {
  const worker = installing ?? waiting;
  if (!worker) return Promise.resolve(null);
  return new Promise((resolve) => {
    worker.addEventListener('statechange', () => {
      if (worker.state === 'activated') resolve(worker);
      if (worker.state === 'redundant') resolve(null);
    });
  });
}
