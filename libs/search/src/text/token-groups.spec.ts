import { planQuery } from './token-groups.js';

const weights = (text: string, subject?: string) =>
  Object.fromEntries(
    planQuery(text, { alternatives: [], ...(subject === undefined ? {} : { subject }) }).groups.flatMap(
      ({ tokens }) => tokens.map(({ token, weight }) => [token, weight]),
    ),
  );

describe('a query as groups of tokens', () => {
  it('makes the words of a concept one group with its other names', () => {
    const { groups } = planQuery('进口马达', {
      alternatives: [{ words: '马达', concepts: [{ id: 'motor', worth: 0.8 }], names: ['电机'] }],
    });
    const group = groups.find(({ alternatives }) => alternatives.length > 0);
    expect(group?.tokens.map(({ token }) => token)).toEqual(['马达', '~马达']);
    expect(group?.alternatives.map(({ token }) => token)).toEqual(['=concept\tmotor', '电机']);
    const all = groups.flatMap(({ tokens }) => tokens.map(({ token }) => token));
    expect(new Set(all).size).toBe(all.length);
    expect(all).toContain('进口');
  });

  it('weighs a model number more than all of its parts, and never asks for shreds of them', () => {
    const found = weights('6205-2RS');
    expect(found['62052rs']).toBe(1);
    expect((found['6205'] ?? 0) + (found['2rs'] ?? 0)).toBeLessThan(1);
    expect(found).not.toHaveProperty('rs');
    expect(weights('sus304')).toMatchObject({ sus304: 1, '304': 0.4 });
  });

  it('lets what stands beside the subject weigh little', () => {
    const found = weights('轴承 优先', '轴承');
    expect(found).toMatchObject({ 轴承: 1, 优先: 0.15 });
  });

  it('lets the thing asked for weigh twice, wherever it stands', () => {
    const { groups } = planQuery('风电 轴承 优先', { alternatives: [], subject: '风电', thing: '轴承' });
    const weighed = Object.fromEntries(
      groups.flatMap(({ tokens }) => tokens.map((t) => [t.token, t.weight])),
    );
    expect(weighed).toMatchObject({ 风电: 1, 轴承: 2, 优先: 0.15 });
  });
});
