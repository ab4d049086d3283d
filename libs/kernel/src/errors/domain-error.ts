import { defineTexts, type TextParams } from '../text/text-catalogue.js';

export const kernelTexts = defineTexts({
  UNAUTHENTICATED: { zh: '请先登录。', en: 'Please sign in first.' },
  FORBIDDEN: { zh: '您没有权限进行此操作。', en: 'You may not do this.' },
  NOT_FOUND: { zh: '没有找到，或您无权查看。', en: 'Not found, or not visible to you.' },
  INTERNAL: {
    zh: '系统出错，请稍后再试（编号 {requestId}）。',
    en: 'Something went wrong. Please try again (reference {requestId}).',
  },
  UNAVAILABLE: {
    zh: '服务暂时不可用，请稍后再试。',
    en: 'The service is unavailable for the moment. Please try again.',
  },
  INVALID_ID: { zh: '编号“{id}”无效。', en: 'The identifier “{id}” is not valid.' },
  INVALID_DECIMAL: { zh: '“{value}”不是有效的数字。', en: '“{value}” is not a valid decimal number.' },
  INVALID_DATE: {
    zh: '“{value}”不是有效的日期（年-月-日）。',
    en: '“{value}” is not a valid date (YYYY-MM-DD).',
  },
  INVALID_CURSOR: {
    zh: '翻页位置无效，请从头开始。',
    en: 'The page cursor is not valid; start from the first page.',
  },
  UNSTORABLE_CHARACTER: {
    zh: '内容中有无法保存的字符，请删除后重试。',
    en: 'The text contains a character that cannot be stored; please remove it.',
  },
  PAGE_TOO_LARGE: { zh: '每页最多 {max} 条。', en: 'A page holds at most {max} items.' },
  NAME_CONTROL_CHARACTERS: {
    zh: '名称中不能有换行等不可见字符。',
    en: 'A name must not contain line breaks or other invisible characters.',
  },
  NAME_ADDRESS: {
    zh: '名称中不能有网址或邮箱地址。',
    en: 'A name must not contain a web or e-mail address.',
  },
  NAME_OF_PLATFORM: {
    zh: '名称不能冒充平台、客服或短信签名。',
    en: 'A name must not pose as the platform, its customer service or the signature of a text message.',
  },
  INVALID_INPUT: { zh: '输入有误：{fields}。', en: 'The input is not valid: {fields}.' },
});

/** What went wrong, seen from the caller; the edge maps each to a GraphQL code and an HTTP status. */
export type DomainErrorKind =
  'UNAUTHENTICATED' | 'FORBIDDEN' | 'NOT_FOUND' | 'BAD_INPUT' | 'CONFLICT' | 'TOO_MANY' | 'UNAVAILABLE';

/** A refusal in the words of the trade: a code, whose sentence stands in a catalogue, and its parameters. */
export class DomainError extends Error {
  constructor(
    readonly kind: DomainErrorKind,
    readonly code: string,
    readonly params: TextParams = {},
    /** Input fields concerned, as paths (`input.lines.0.quantity`). */
    readonly fields: readonly string[] = [],
  ) {
    super(code);
    this.name = new.target.name;
  }
}

/**
 * Makes an error without a stack. Refusals that a crowd brings about by the thousand are told to the caller and never
 * logged; reading their stacks through source maps would cost more than everything else about them.
 */
export function withoutStack<E extends Error>(make: () => E): E {
  const { stackTraceLimit } = Error;
  Error.stackTraceLimit = 0;
  try {
    return make();
  } finally {
    Error.stackTraceLimit = stackTraceLimit;
  }
}

/** The caller has to sign in first. */
export class UnauthenticatedError extends DomainError {
  constructor() {
    super('UNAUTHENTICATED', 'UNAUTHENTICATED');
  }
}

/** The caller is known and may not do this. */
export class ForbiddenError extends DomainError {
  constructor() {
    super('FORBIDDEN', 'FORBIDDEN');
  }
}

/** There is no such thing, or the caller may not know of it: the two look alike. */
export class NotFoundError extends DomainError {
  constructor() {
    super('NOT_FOUND', 'NOT_FOUND');
  }
}

/** The input cannot be taken; the code says why and `fields` where. */
export class BadInputError extends DomainError {
  constructor(code: string, params: TextParams = {}, fields: readonly string[] = []) {
    super('BAD_INPUT', code, params, fields);
  }
}
