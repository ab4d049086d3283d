import { onProblem } from '@app/kernel';
import { outliveLostDatabase } from './data-source.js';

describe('an error that nobody waits for', () => {
  const problems: unknown[] = [];
  let stop: () => void;
  beforeAll(() => {
    stop = onProblem(({ error }) => problems.push(error));
  });
  afterAll(() => stop());

  it('is reported when the database was lost, and goes on to end the process when it is anything else', () => {
    const lost = Object.assign(new Error('terminating connection due to unexpected postmaster exit'), {
      code: '57P01',
    });
    const mistake = new TypeError('x is undefined');
    expect(() => outliveLostDatabase(lost)).not.toThrow();
    expect(() => outliveLostDatabase(mistake)).toThrow(mistake);
    expect(problems).toEqual([lost]);
  });
});
