import { BadInputError, defineTexts, DomainError } from '@app/kernel';

export const searchTexts = defineTexts({
  SEARCH_NOT_POSSIBLE: { zh: '无法这样检索：{reason}。', en: 'This cannot be searched: {reason}.' },
  SEARCH_UNAVAILABLE: {
    zh: '检索服务暂时不可用，请稍后再试。',
    en: 'Search is unavailable for the moment. Please try again.',
  },
  SEARCH_REBUILD_RUNNING: {
    zh: '索引 {index} 正在重建，请稍后再试。',
    en: 'The index {index} is being rebuilt already.',
  },
});

/** A document that does not fit its index: an unknown field, a value of the wrong kind, no id. */
export class BadDocumentError extends Error {
  constructor(
    readonly documentId: string,
    readonly reason: string,
  ) {
    super(`document ${documentId || '(no id)'}: ${reason}`);
    this.name = 'BadDocumentError';
  }
}

/** A request that the index cannot answer, by field. */
export class BadSearchError extends BadInputError {
  constructor(reason: string, field: string) {
    super('SEARCH_NOT_POSSIBLE', { reason }, [field]);
  }
}

/** The engine does not answer for the moment; lists fall back to PostgreSQL. */
export class SearchUnavailableError extends DomainError {
  constructor(readonly reason: string) {
    super('UNAVAILABLE', 'SEARCH_UNAVAILABLE');
  }
}

/** An index is being rebuilt by another process already. */
export class RebuildRunningError extends DomainError {
  constructor(readonly index: string) {
    super('CONFLICT', 'SEARCH_REBUILD_RUNNING', { index });
  }
}
