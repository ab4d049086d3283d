/** From where a request came: what limits on guessing count by. */
export interface Requester {
  /** Network address. */
  readonly address: string;
  /** The secret of the browser's device cookie; null for programs and for browsers that have none yet. */
  readonly device: string | null;
}
