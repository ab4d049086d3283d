import type { SSRData } from '@urql/core';
import type { Reading } from '../texts/locale.js';

/** What the server gives the browser beside the page. */
export interface HandOver extends Reading {
  /** Answers that the page was rendered from; none when it was not rendered on the server. */
  readonly answers: SSRData | null;
  /** Whether messages are left in a folder of the server instead of being sent. */
  readonly outbox: boolean;
}

/** Id of the element that carries it. */
export const HAND_OVER_ID = 'hand-over';
