import { SearchUnavailableError } from './search.errors.js';
import { CircuitBreaker } from './circuit-breaker.js';

describe('the circuit breaker', () => {
  let now = 0;
  let calls = 0;
  const failing = () => (calls++, Promise.reject(new SearchUnavailableError('down')));
  const working = () => (calls++, Promise.resolve('answer'));
  beforeEach(() => {
    now = calls = 0;
  });

  async function opened(): Promise<CircuitBreaker> {
    const breaker = new CircuitBreaker(() => now);
    for (let i = 0; i < 5; i++) await breaker.run(failing).catch(() => undefined);
    return breaker;
  }

  it('leaves a server alone after five failures in a row, and tries it once after a rest', async () => {
    const breaker = await opened();
    await expect(breaker.run(working)).rejects.toThrow(SearchUnavailableError);
    expect(calls).toBe(5);
    now = 5_000;
    await breaker.run(failing).catch(() => undefined);
    await expect(breaker.run(working)).rejects.toThrow(SearchUnavailableError);
    expect(calls).toBe(6);
    now = 10_000;
    expect(await breaker.run(working)).toBe('answer');
    expect(await breaker.run(working)).toBe('answer');
  });

  it('lets nobody in beside the one call that tries', async () => {
    const breaker = await opened();
    now = 5_000;
    let answer!: (value: string) => void;
    const trying = breaker.run(() => new Promise<string>((resolve) => (answer = resolve)));
    await expect(breaker.run(working)).rejects.toThrow(SearchUnavailableError);
    answer('back');
    expect(await trying).toBe('back');
    expect(await breaker.run(working)).toBe('answer');
  });

  it('does not count calls that the server refused', async () => {
    const breaker = new CircuitBreaker(() => now);
    for (let i = 0; i < 9; i++)
      await breaker.run(() => Promise.reject(new Error('refused'))).catch(() => undefined);
    expect(breaker.open).toBe(false);
  });
});
