import { BadInputError, DomainError } from '../errors/domain-error.js';
import { observed, type ObservedWork, onWork } from './observed-work.js';

describe('observed work', () => {
  let heard: ObservedWork[];
  let stop: () => void;

  beforeEach(() => {
    heard = [];
    stop = onWork((work) => heard.push(work));
  });
  afterEach(() => stop());

  it('gives the result of the work and says how it went', async () => {
    expect(await observed('JOB', 'tidy', () => Promise.resolve(7))).toBe(7);
    expect(heard).toEqual([
      { area: 'JOB', name: 'tidy', seconds: expect.any(Number) as number, outcome: 'OK', degraded: false },
    ]);
    expect(heard[0]!.seconds).toBeGreaterThanOrEqual(0);
  });

  it('says when the answer is second best', async () => {
    await observed('SEARCH', 'search', () => Promise.resolve({ hits: [], degraded: true }));
    expect(heard).toMatchObject([{ outcome: 'OK', degraded: true }]);
  });

  it.each([
    ['REFUSED', new BadInputError('INVALID_INPUT')],
    ['FAILED', new DomainError('UNAVAILABLE', 'SEARCH_UNAVAILABLE')],
    ['FAILED', new Error('duplicate key (phone)=(+8613800138000)')],
  ] as const)('throws on what the work threw and calls it %s', async (outcome, error) => {
    await expect(observed('SEARCH', 'search', () => Promise.reject(error))).rejects.toBe(error);
    expect(heard).toMatchObject([{ outcome }]);
    expect(JSON.stringify(heard)).not.toContain('138');
  });

  it('is silent once nobody listens', async () => {
    stop();
    await observed('JOB', 'tidy', () => Promise.resolve());
    expect(heard).toEqual([]);
  });
});
