/** The server understood a call and refused it, by Meilisearch's own error code. */
export class MeilisearchRefusal extends Error {
  constructor(
    readonly status: number,
    readonly code: string,
    message: string,
  ) {
    super(`${code}: ${message}`);
    this.name = 'MeilisearchRefusal';
  }
}

/** A task that the server took in and could not carry out; the client hands such tasks back without throwing. */
export class TaskFailedError extends Error {
  constructor(
    readonly taskUid: number,
    readonly code: string,
    message: string,
  ) {
    super(`task ${taskUid} failed: ${code}: ${message}`);
    this.name = 'TaskFailedError';
  }
}

/** Whether a task failed because a document says nothing of the vectors by which its index finds. */
export function isWithoutVector(error: unknown): boolean {
  return error instanceof TaskFailedError && error.code === 'vector_embedding_error';
}

/** Whether a call failed because the index is not there (yet). */
export function isMissingIndex(error: unknown): boolean {
  return (
    (error instanceof MeilisearchRefusal || error instanceof TaskFailedError) &&
    error.code === 'index_not_found'
  );
}
