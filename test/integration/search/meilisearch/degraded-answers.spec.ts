import { Clock } from '@app/kernel';
import { Logger } from '@nestjs/common';
import { jest } from '@jest/globals';
import type { EmergencySearchRepository } from '../../../../libs/discovery/src/search/emergency-search.repository.js';
import { SearchClient } from '../../../../libs/discovery/src/search/search-client.js';
import { type AdapterFixture, openAdapter, withBearing } from './adapter-fixture.js';

const REQUEST = { index: 'capabilities', text: '轴承', page: 1, hitsPerPage: 20 } as const;
const EMERGENCY = { hits: [], total: 0, totalIsLowerBound: false, facets: {}, degraded: true };

describe('the search box before a Meilisearch in trouble', () => {
  let fixture: AdapterFixture;
  let desk: SearchClient;
  let warned: string[];
  beforeEach(async () => {
    fixture = await openAdapter();
    warned = [];
    jest
      .spyOn(Logger.prototype, 'warn')
      .mockImplementation((text: unknown) => void warned.push(String(text)));
    const emergency = { search: () => Promise.resolve(EMERGENCY) } as unknown as EmergencySearchRepository;
    desk = new SearchClient(await withBearing(fixture), emergency, new Clock());
  });
  afterEach(async () => {
    jest.restoreAllMocks();
    await fixture.stop();
  });

  it('answers from PostgreSQL and says so, then from the engine again', async () => {
    expect(await desk.answerRequest(REQUEST)).toMatchObject({ degraded: false, total: 1 });
    fixture.server.trouble(/multi-search$/, 'UNAVAILABLE', 99);
    expect(await desk.answerRequest(REQUEST)).toBe(EMERGENCY);
    expect(warned).toEqual([expect.stringContaining('503')]);
    fixture.server.mend();
    expect(await desk.answerRequest(REQUEST)).toMatchObject({ degraded: false, total: 1 });
  });

  it('stops asking a server that keeps failing', async () => {
    fixture.server.trouble(/multi-search$/, 'UNAVAILABLE', 99);
    for (let i = 0; i < 6; i++) expect(await desk.answerRequest(REQUEST)).toBe(EMERGENCY);
    const calls = fixture.server.callsOf(/multi-search$/);
    expect(await desk.answerRequest(REQUEST)).toBe(EMERGENCY);
    expect(fixture.server.callsOf(/multi-search$/)).toBe(calls);
  });

  it('does not wait for one that hangs longer than a reader would', async () => {
    fixture.server.trouble(/multi-search$/, 'HANGS', 99);
    expect(await desk.answerRequest(REQUEST)).toBe(EMERGENCY);
  });
});
