import { jest } from '@jest/globals';
import { BadInputError, FixedClock } from '@app/kernel';
import type { SearchAnswer, SearchEngine, SearchRequest } from '@app/search';
import { Logger } from '@nestjs/common';
import type { EmergencySearchRepository } from './emergency-search.repository.js';
import { PATIENCE, REST, SearchClient } from './search-client.js';

const REQUEST: SearchRequest = { index: 'events', page: 1, hitsPerPage: 20 };
const answer = (degraded: boolean): SearchAnswer => ({
  hits: [],
  total: 0,
  totalIsLowerBound: false,
  facets: {},
  degraded,
});

function aDesk(search: () => Promise<SearchAnswer>) {
  const engine = { search: jest.fn(search) };
  const emergency = { search: jest.fn(() => Promise.resolve(answer(true))) };
  const clock = new FixedClock(new Date('2026-11-24T00:00:00Z'));
  const desk = new SearchClient(
    engine as unknown as SearchEngine,
    emergency as unknown as EmergencySearchRepository,
    clock,
  );
  return { desk, engine, emergency, clock };
}

describe('the search desk', () => {
  let warned: string[];

  beforeEach(() => {
    warned = [];
    jest
      .spyOn(Logger.prototype, 'warn')
      .mockImplementation((message: unknown) => void warned.push(String(message)));
  });
  afterEach(() => {
    jest.useRealTimers();
    jest.restoreAllMocks();
  });

  it('gives the engine’s answer and leaves PostgreSQL alone', async () => {
    const { desk, emergency } = aDesk(() => Promise.resolve(answer(false)));
    expect(await desk.answerRequest(REQUEST)).toEqual(answer(false));
    expect(emergency.search).not.toHaveBeenCalled();
    expect(warned).toEqual([]);
  });

  it('answers from PostgreSQL while the engine fails, and says so once', async () => {
    let broken = true;
    const { desk, engine } = aDesk(() =>
      broken ? Promise.reject(new Error('refused')) : Promise.resolve(answer(false)),
    );
    expect((await desk.answerRequest(REQUEST)).degraded).toBe(true);
    expect((await desk.answerRequest(REQUEST)).degraded).toBe(true);
    expect(warned).toHaveLength(1);
    broken = false;
    expect((await desk.answerRequest(REQUEST)).degraded).toBe(false);
    expect(engine.search).toHaveBeenCalledTimes(3);
    expect(warned).toHaveLength(2);
  });

  it('waits so long and no longer, then leaves the slow engine alone for a while', async () => {
    jest.useFakeTimers();
    const { desk, engine, clock } = aDesk(() => new Promise(() => undefined));
    const late = desk.answerRequest(REQUEST);
    await jest.advanceTimersByTimeAsync(PATIENCE - 1);
    expect(engine.search).toHaveBeenCalledTimes(1);
    await jest.advanceTimersByTimeAsync(1);
    expect((await late).degraded).toBe(true);
    clock.advance(REST - 1);
    expect((await desk.answerRequest(REQUEST)).degraded).toBe(true);
    expect(engine.search).toHaveBeenCalledTimes(1);
    clock.advance(1);
    const asked = desk.answerRequest(REQUEST);
    expect(engine.search).toHaveBeenCalledTimes(2);
    await jest.advanceTimersByTimeAsync(PATIENCE);
    expect((await asked).degraded).toBe(true);
  });

  it('passes on that a request cannot be answered', async () => {
    const { desk, emergency } = aDesk(() => Promise.reject(new BadInputError('SEARCH_NOT_POSSIBLE')));
    await expect(desk.answerRequest(REQUEST)).rejects.toThrow(BadInputError);
    expect(emergency.search).not.toHaveBeenCalled();
  });
});
