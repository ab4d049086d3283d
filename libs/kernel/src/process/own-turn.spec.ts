import { ownTurn } from '../graphql/loader-scope.js';

describe('a turn of one’s own', () => {
  it('is shared with nobody else who asks for one', async () => {
    let turn = 0;
    let going = true;
    const count = (): void => {
      turn++;
      if (going) setImmediate(count);
    };
    setImmediate(count);
    const turns = await Promise.all(Array.from({ length: 5 }, () => ownTurn().then(() => turn)));
    going = false;
    expect(new Set(turns).size).toBe(5);
    expect(turns).toEqual([...turns].sort((a, b) => a - b));
  });
});
