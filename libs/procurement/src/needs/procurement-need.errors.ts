import { DomainError } from '@app/kernel';

/** The need's state does not allow the step. */
export class NeedStateError extends DomainError {
  constructor(from: string, to: string) {
    super('CONFLICT', 'NEED_STATE', { from, to });
  }
}

/** The need is not open for responses, or its reply deadline has passed. */
export class NeedNotOpenError extends DomainError {
  constructor() {
    super('CONFLICT', 'NEED_NOT_OPEN');
  }
}
