import type { RequestContext } from '@app/identity';
import { DomainError } from '@app/kernel';
import { type FormattedExecutionResult, GraphQLError } from 'graphql';
import type { Logger } from 'pino';
import { errorFormattingPlugin } from './format-error.js';

describe('the errors of a response', () => {
  const answer = async (cause: Error & { code?: string }) => {
    const logged: string[] = [];
    const note = (level: string) => () => void logged.push(level);
    const logger = { error: note('error'), warn: note('warn') } as unknown as Logger;
    const plugin = errorFormattingPlugin(logger, { masking: true, statementMs: 10_000 });
    const singleResult: FormattedExecutionResult = { errors: [{ message: cause.message }] };
    const listener = await plugin.requestDidStart!({} as never);
    await listener!.willSendResponse!({
      response: { body: { kind: 'single', singleResult } },
      errors: [new GraphQLError(cause.message, { originalError: cause })],
      contextValue: { requestId: 'r1', locale: 'zh' } as RequestContext,
    } as never);
    return {
      logged,
      reason: singleResult.errors![0]!.extensions!['reason'],
      text: JSON.stringify(singleResult),
    };
  };
  const coded = (code: string) => Object.assign(new Error('secret words of the database'), { code });

  it.each([
    [
      'a statement that took too long is refused, and the operator is told',
      coded('57014'),
      'QUERY_TOO_SLOW',
      ['warn'],
    ],
    ['a character that cannot be stored is bad input', coded('22P05'), 'UNSTORABLE_CHARACTER', []],
    ['a refusal is nobody’s failure', new DomainError('NOT_FOUND', 'NOT_FOUND'), 'NOT_FOUND', []],
    ['anything else is a failure', coded('XX000'), undefined, ['error']],
  ])('%s', async (_, cause, reason, logged) => {
    const answered = await answer(cause);
    expect(answered).toMatchObject({ reason, logged });
    expect(answered.text).not.toContain('secret words');
  });
});
