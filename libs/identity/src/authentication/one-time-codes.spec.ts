import { randomCode, readCode } from './one-time-codes.service.js';

describe('a one-time code', () => {
  it('has six digits, leading zeros included, and is not the same again and again', () => {
    const codes = Array.from({ length: 2000 }, randomCode);
    expect(codes.every((code) => /^\d{6}$/.test(code))).toBe(true);
    expect(codes.some((code) => code.startsWith('0'))).toBe(true);
    expect(new Set(codes).size).toBeGreaterThan(1900);
  });

  it.each([
    ['012345', '012345'],
    [' 012 345 ', '012345'],
    ['０１２３４５', '012345'],
    ['012-345', '012345'],
  ])('typed as %j is %s', (typed, code) => {
    expect(readCode(typed)).toBe(code);
  });
});
