import { locale, t } from './locale.js';

/** Longest wait for an answer. */
const PATIENCE_MS = 20_000;

/** Something the reader has to be told: `retry` says whether trying again may help. */
export class PortalError extends Error {
  constructor(message, retry) {
    super(message);
    this.retry = retry;
  }
}

/** Sends an operation to the API and gives its data; throws a {@link PortalError} in the reader's words. */
export async function request(query, variables = {}) {
  const response = await send(query, variables);
  const body = await response.json().catch(() => null);
  if (!body) throw new PortalError(t('error.server'), true);
  const [error] = body.errors ?? [];
  if (error) {
    const expected = Boolean(error.extensions?.reason);
    throw new PortalError(expected ? error.message : t('error.server'), !expected);
  }
  return body.data;
}

async function send(query, variables) {
  try {
    return await fetch('/graphql', {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'x-lang': locale() },
      body: JSON.stringify({ query, variables }),
      signal: AbortSignal.timeout(PATIENCE_MS),
    });
  } catch (cause) {
    throw new PortalError(t(cause?.name === 'TimeoutError' ? 'error.slow' : 'error.network'), true);
  }
}

/** The payload of a mutation; an expected outcome is thrown as the sentence that the API wrote for the reader. */
export function payloadOf(result) {
  if (result.message !== undefined && result.code !== undefined) throw new PortalError(result.message, false);
  return result;
}
