import { useEffect } from 'react';
import { graphql } from '../../../api/graphql.js';
import { useReading } from '../../../texts/locale.js';

const NUMBERS_CHANGED = graphql(`
  subscription EventNumbersChanged($eventId: ID!) {
    eventNumbersChanged(eventId: $eventId) {
      id
    }
  }
`);

/** Changes that come in a row are asked for together. */
const TOGETHER_MS = 500;
/** While nothing is heard the numbers are asked for so often, and listening is tried again. */
const AGAIN_MS = 5000;

/**
 * Asks anew whenever the numbers of an event have changed. Where the socket is blocked or gone it asks by the clock and
 * listens again, and at once when the network is back. The code that listens is loaded once the page stands.
 */
export function useLiveNumbers(eventId: string, ask: () => void): void {
  const { locale } = useReading();
  useEffect(() => {
    let stop: (() => void) | undefined;
    let timer: ReturnType<typeof setTimeout> | undefined;
    let left = false;
    const later = (then: () => void, pause: number) => {
      clearTimeout(timer);
      timer = setTimeout(then, pause);
    };
    const onSilence = () => later(listen, AGAIN_MS);
    function listen() {
      if (left) return;
      // What was missed meanwhile.
      ask();
      stop?.();
      void import('../../../api/live.js').then(({ listenTo }) => {
        if (left) return;
        const onNews = () => later(ask, TOGETHER_MS);
        stop = listenTo(locale, NUMBERS_CHANGED, { eventId }, { onNews, onSilence });
      }, onSilence);
    }
    later(listen, 0);
    window.addEventListener('online', listen);
    return () => {
      left = true;
      window.removeEventListener('online', listen);
      clearTimeout(timer);
      stop?.();
    };
  }, [eventId, locale, ask]);
}
