import { parseOptions } from '@node-rs/argon2';
import { PasswordHasher } from './password-hasher.js';

describe('the password hasher', () => {
  const hasher = new PasswordHasher();

  it('makes argon2id hashes of the recommended cost', async () => {
    const hashed = await hasher.hash('铁树开花 2025');
    expect(hashed).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
    expect(parseOptions(hashed)).toMatchObject({ memoryCost: 19_456, timeCost: 2, parallelism: 1 });
  });

  it('salts: the same password twice gives two hashes', async () => {
    expect(await hasher.hash('same')).not.toBe(await hasher.hash('same'));
  });

  it('takes the right secret, typed in full width or not, and no other', async () => {
    const hashed = await hasher.hash('Abc 123456');
    await expect(hasher.verify(hashed, 'Ａｂｃ　１２３４５６')).resolves.toBe(true);
    await expect(hasher.verify(hashed, 'abc 123456')).resolves.toBe(false);
  });

  it('never takes a secret where there is no hash', async () => {
    await expect(hasher.verify(null, 'nobody knows this')).resolves.toBe(false);
    await expect(hasher.verify(undefined, '')).resolves.toBe(false);
  });
});
