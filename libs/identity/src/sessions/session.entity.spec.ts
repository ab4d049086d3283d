import { longestSessionEnd, sessionEnd } from './session.entity.js';

const day = (n: number) => new Date(Date.UTC(2025, 0, 1 + n));

describe('the end of a session', () => {
  it('slides with its use', () => {
    expect(sessionEnd(day(0), day(0))).toEqual(day(30));
    expect(sessionEnd(day(0), day(29))).toEqual(day(59));
  });

  it('comes after half a year however much it is used', () => {
    expect(sessionEnd(day(0), day(179))).toEqual(day(180));
    expect(longestSessionEnd(day(0))).toEqual(day(180));
  });
});
