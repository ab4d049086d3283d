import { judge, type SoakMinute } from './soak-minute.js';

const minutes = (count: number, apiMb: (minute: number) => number): SoakMinute[] =>
  Array.from({ length: count }, (_, minute) => ({
    minute,
    requests: 600,
    failed: 0,
    p50Ms: 4,
    p99Ms: minute === 7 ? 900 : 20,
    apiMb: apiMb(minute),
    workerMb: 200,
  }));

describe('the verdict on a long run', () => {
  it('leaves the warm-up out and finds flat what is flat, one bad minute notwithstanding', () => {
    const verdict = judge(minutes(12, (minute) => (minute < 2 ? 150 : 300)));
    expect(verdict).toEqual({
      warmUpMinutes: 2,
      apiMb: { first: 300, last: 300, ratio: 1 },
      workerMb: { first: 200, last: 200, ratio: 1 },
      p99Ms: { first: 20, last: 20, ratio: 1 },
    });
  });

  it('sees memory that grows', () => {
    const { apiMb } = judge(minutes(62, (minute) => 300 + 5 * minute));
    expect(apiMb).toEqual({ first: 390, last: 565, ratio: 1.45 });
  });

  it('refuses to judge a run that is too short', () => {
    expect(() => judge(minutes(2, () => 300))).toThrow('fewer than three minutes');
  });
});
