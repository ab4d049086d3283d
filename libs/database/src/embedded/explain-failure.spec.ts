import { explainMaking, explainOpening, explainSystemError } from './explain-failure.js';

const FOLDER = '/data/postgres';

describe('the sentence for a failed server', () => {
  it.each([
    [
      'initdb: error: could not write to file "x": No space left on device',
      'The disk that holds /data/postgres is full: free some space and start again.',
    ],
    [
      'LOG:  starting PostgreSQL 18.4\nFATAL:  could not open directory "pg_wal": No such file or directory\nLOG:  database system is shut down',
      'The database folder /data/postgres cannot be opened (could not open directory "pg_wal": No such file or directory): restore it from a backup, or move it away to start empty.',
    ],
    [
      '/x/postgres: error while loading shared libraries: libicuuc.so.60: cannot open shared object file',
      'The embedded PostgreSQL does not run on this system (/x/postgres: error while loading shared libraries: libicuuc.so.60: cannot open shared object file): set DATABASE_URL to a server of your own.',
    ],
    [
      'FATAL:  could not map anonymous shared memory: Cannot allocate memory',
      'The embedded PostgreSQL got too little memory (could not map anonymous shared memory: Cannot allocate memory): free memory and start again.',
    ],
    [
      '',
      'The database folder /data/postgres cannot be opened (no reason given): restore it from a backup, or move it away to start empty.',
    ],
  ])('of the output %p says what to do', (output, sentence) => {
    expect(explainOpening(output, FOLDER).message).toBe(sentence);
  });

  it('of initdb does not speak of a backup', () => {
    const noName = 'initdb: error: could not look up effective user ID 7: user does not exist';
    expect(explainMaking(noName, FOLDER).message).toBe(
      `A new database could not be made in /data/postgres (${noName}): set DATA_DIR to another folder or DATABASE_URL to a server of your own.`,
    );
    const full = 'error: could not extend file "base/1/2691": wrote only 4096 of 8192 bytes at block 9';
    expect(explainMaking(full, FOLDER).message).toBe(
      'The disk that holds /data/postgres is full: free some space and start again.',
    );
  });

  it.each([
    [
      'EROFS',
      'The folder /data/postgres cannot be written: allow this user to write there or set DATA_DIR to another folder.',
    ],
    ['ENOSPC', 'The disk that holds /data/postgres is full: free some space and start again.'],
  ])('of the system error %s says what to do', (code, sentence) => {
    expect(explainSystemError(Object.assign(new Error('x'), { code }), FOLDER).message).toBe(sentence);
  });
});
