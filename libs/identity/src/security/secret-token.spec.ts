import { hashToken, isToken, newToken } from './secret-token.js';

describe('a token', () => {
  it('carries 256 bits and never comes twice', () => {
    const tokens = Array.from({ length: 100 }, newToken);
    expect(new Set(tokens).size).toBe(100);
    expect(tokens.every((token) => isToken(token) && Buffer.from(token, 'base64url').length === 32)).toBe(
      true,
    );
  });

  it('is kept as its SHA-256', () => {
    expect(hashToken('abc')).toBe('ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad');
  });

  it.each([[''], ['short'], ['x'.repeat(44)], [`${'x'.repeat(42)}'`]])('is not %j', (text) => {
    expect(isToken(text)).toBe(false);
  });
});
