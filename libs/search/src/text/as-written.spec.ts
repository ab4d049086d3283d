import { asWritten } from './highlight.js';

describe('asWritten', () => {
  it.each([
    ['6205-2rs', '求购 6205-2RS', '6205-2RS'],
    ['热处理', '專業熱處理', '熱處理'],
    ['sus304 法兰', 'SUS304 法兰', 'SUS304 法兰'],
    ['m8×30', '螺栓Ｍ8×30', 'Ｍ8×30'],
    ['轴承', '法兰', '轴承'],
    ['', '法兰', ''],
  ])('says %p of %p as %p', (words, question, written) => {
    expect(asWritten(words, question)).toBe(written);
  });
});
