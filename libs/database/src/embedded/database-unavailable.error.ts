/** The database cannot be used. The message is one sentence that says why and what to do, and never holds a password. */
export class DatabaseUnavailableError extends Error {
  override readonly name = 'DatabaseUnavailableError';
}
