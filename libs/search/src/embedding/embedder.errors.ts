/** The embedder does not answer for the moment, or with what cannot be used: nothing is lost, it is asked again later. */
export class EmbedderAwayError extends Error {
  constructor(readonly reason: string) {
    super(`embedder: ${reason}`);
    this.name = 'EmbedderAwayError';
  }
}

/** The embedder understood a question and will not answer it, because of one of its texts. */
export class TextRefusedError extends Error {
  constructor(readonly reason: string) {
    super(`embedder: ${reason}`);
    this.name = 'TextRefusedError';
  }
}
