/** The platform cannot start here. The message is one sentence that says why and what to do. */
export class StartRefusedError extends Error {
  override readonly name = 'StartRefusedError';
}
