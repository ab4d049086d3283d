import type { CombinedError } from '@urql/core';
import type { TextKey } from '../texts/texts.js';

/** Something the reader has to be told: in the API's own sentence, or in ours when the API could not be reached. */
export interface Problem {
  readonly sentence?: string;
  readonly text?: TextKey;
  /** The API's code of an expected outcome. */
  readonly code?: string;
  /** Whether the person is not signed in, or not any more. */
  readonly signedOut?: boolean;
  /** Whether trying again may help. */
  readonly retry: boolean;
  /** Which inputs are meant, as paths of the operation's input. */
  readonly fields: readonly string[];
}

const ours = (text: TextKey): Problem => ({ text, retry: true, fields: [] });

/** What a failed operation means to the reader. */
export function problemOf({ networkError, graphQLErrors }: CombinedError): Problem {
  const [error] = graphQLErrors;
  if (error) {
    const { code, reason, fields } = error.extensions as {
      code?: string;
      reason?: string;
      fields?: string[];
    };
    if (!reason) return ours('error.server');
    return {
      sentence: error.message,
      signedOut: code === 'UNAUTHENTICATED',
      retry: false,
      fields: fields ?? [],
    };
  }
  return ours(networkError?.name === 'TimeoutError' ? 'error.slow' : 'error.network');
}

/** An expected outcome that is not the wanted one, in the sentence that the API wrote for the reader. */
export interface Refusal {
  readonly code: string;
  readonly message: string;
  readonly fields?: readonly string[];
}

/** Whether a result is one of the API's `UserError`s. */
export function isRefusal(result: object): result is Refusal {
  return 'code' in result && 'message' in result;
}

export const problemOfRefusal = ({ code, message, fields }: Refusal): Problem => ({
  sentence: message,
  code,
  retry: false,
  fields: fields ?? [],
});
