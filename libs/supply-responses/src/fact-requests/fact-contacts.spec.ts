import { IdentifierKind } from '@app/identity';
import { contactHash, contactMask } from './fact-contacts.js';

const phone = { kind: IdentifierKind.PHONE, value: '+8613800138000' };
const email = { kind: IdentifierKind.EMAIL, value: 'wang@example.com' };

describe('what is kept of a contact', () => {
  it('shows its holder enough to recognise it and nobody enough to write to it', () => {
    expect(contactMask(phone)).toBe('+86138****8000');
    expect(contactMask(email)).toBe('w***@example.com');
  });

  it('is the same for the same contact and says nothing of it', async () => {
    const [once, again, other] = await Promise.all([phone, { ...phone }, email].map(contactHash));
    expect(once).toBe(again);
    expect(once).not.toBe(other);
    expect(once).toMatch(/^[0-9a-f]{64}$/);
  });
});
