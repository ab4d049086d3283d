import { databaseGone } from './data-source.js';

const coded = (code: string, message = 'x') => Object.assign(new Error(message), { code });

describe('an error of a database that cannot be reached', () => {
  it.each(['57P01', '57P02', '57P03', '08006', '53300', '53100', 'ECONNREFUSED', 'ECONNRESET'])(
    'has the code %s',
    (code) => {
      expect(databaseGone(coded(code))).toBe(true);
    },
  );

  it.each([
    'Connection terminated unexpectedly',
    'Connection terminated due to connection timeout',
    'Client has encountered a connection error and is not queryable',
    'timeout exceeded when trying to connect',
  ])('says %j', (message) => {
    expect(databaseGone(new Error(message))).toBe(true);
  });

  it('may be several, one for each address that was tried', () => {
    expect(databaseGone(new AggregateError([coded('ECONNREFUSED'), coded('ECONNREFUSED')]))).toBe(true);
  });

  it.each(['23505', '57014', '40001', '42P01', 'ENOENT'])('is no other one, such as %s', (code) => {
    expect(databaseGone(coded(code, 'connection terminated'))).toBe(false);
  });

  it('is no mistake of ours, and nothing that is no error', () => {
    expect(databaseGone(new TypeError('x is undefined'))).toBe(false);
    expect(databaseGone('ECONNREFUSED')).toBe(false);
  });
});
