import { useEffect } from 'react';

/** How often a line is looked at while a page stands open. */
const LOOK_EVERY_MS = 4000;

/** Asks again and again while the page is seen, so that it shows what is called now. */
export function useLooking(ask: (options: { requestPolicy: 'network-only' }) => void): void {
  useEffect(() => {
    const timer = setInterval(() => {
      if (!document.hidden) ask({ requestPolicy: 'network-only' });
    }, LOOK_EVERY_MS);
    return () => clearInterval(timer);
  }, [ask]);
}
