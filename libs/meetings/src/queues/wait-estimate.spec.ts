import { expectedWait, minutesPerTalk } from './wait-estimate.js';

const PACE = { minutesEach: 10, recentMinutes: [], talkingMinutes: null };

describe('the wait for a number', () => {
  it('is what the organizers expect until three talks are known', () => {
    expect(minutesPerTalk({ ...PACE, recentMinutes: [2, 2] })).toBe(10);
    expect(minutesPerTalk({ ...PACE, recentMinutes: [4, 2, 3] })).toBe(3);
  });

  it('does not count a talk that nobody ended', () => {
    expect(minutesPerTalk({ ...PACE, recentMinutes: [4, 600, 6, 5] })).toBe(5.5);
  });

  it('is nothing at a free table', () => {
    expect(expectedWait(PACE, 0)).toBe(0);
  });

  it('is what is left of the talk of now and one talk for each who is before', () => {
    expect(expectedWait({ ...PACE, talkingMinutes: 4 }, 2)).toBe(26);
    expect(expectedWait({ ...PACE, talkingMinutes: 0.5 }, 0)).toBe(10);
  });

  it('takes a talk that is long over time to end at once', () => {
    expect(expectedWait({ ...PACE, talkingMinutes: 45 }, 1)).toBe(10);
  });
});
