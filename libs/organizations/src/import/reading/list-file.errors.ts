import { DomainError, type TextParams } from '@app/kernel';

/** The file as a whole cannot be imported; nothing of it was. */
export class ListFileError extends DomainError {
  constructor(code: string, params: TextParams = {}) {
    super('BAD_INPUT', code, params);
  }
}
