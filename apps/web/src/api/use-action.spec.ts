import { CombinedError } from '@urql/core';
import { isRefusal, problemOf, problemOfRefusal } from './use-action.js';

const failed = (name: string) => {
  const networkError = Object.assign(new Error('failed'), { name });
  return problemOf(new CombinedError({ networkError }));
};
const refused = (extensions: Record<string, unknown>) =>
  problemOf(new CombinedError({ graphQLErrors: [{ message: '名称太长', extensions }] }));

describe('the problem of a failed operation', () => {
  it('can be tried again when the API was not reached or too slow', () => {
    expect(failed('TypeError')).toEqual({ text: 'error.network', retry: true, fields: [] });
    expect(failed('TimeoutError')).toEqual({ text: 'error.slow', retry: true, fields: [] });
  });

  it("is the API's sentence with the fields it is about", () => {
    const problem = refused({ code: 'BAD_USER_INPUT', reason: 'TOO_LONG', fields: ['input.name'] });
    expect(problem).toMatchObject({ sentence: '名称太长', fields: ['input.name'], retry: false });
    expect(problem.signedOut).toBe(false);
  });

  it('says when the session has ended', () => {
    expect(refused({ code: 'UNAUTHENTICATED', reason: 'SIGNED_OUT' }).signedOut).toBe(true);
  });

  it('hides messages that were not written for readers', () => {
    expect(refused({ code: 'INTERNAL_SERVER_ERROR' })).toEqual({
      text: 'error.server',
      retry: true,
      fields: [],
    });
  });
});

describe('an expected error', () => {
  it('is told from a payload by its code and message', () => {
    expect(isRefusal({ __typename: 'NeedClosedError', code: 'NEED_CLOSED', message: '已截止' })).toBe(true);
    expect(isRefusal({ __typename: 'CreateNeedPayload', need: { id: '1' } })).toBe(false);
  });

  it('keeps its code, so that a page can offer a way on', () => {
    expect(problemOfRefusal({ code: 'NEED_CLOSED', message: '已截止' })).toEqual({
      sentence: '已截止',
      code: 'NEED_CLOSED',
      retry: false,
      fields: [],
    });
  });
});
