import { newId } from '@app/kernel';
import { CHAIN_START, ChainWalk, hashOfEntry } from './audit-chain.js';
import type { AuditEntry } from './audit-entry.entity.js';

function chainOf(length: number): AuditEntry[] {
  const chain: AuditEntry[] = [];
  for (let position = 1; position <= length; position++) {
    const content = {
      id: newId(),
      position,
      at: new Date(Date.UTC(2025, 0, 1, 0, 0, position)),
      actorId: newId(),
      action: 'MEMBER_REMOVED',
      subjectType: 'Organization',
      subjectId: newId(),
      ids: { user: newId(), role: 'EDITOR' },
      prevHash: chain.at(-1)?.hash ?? CHAIN_START,
    };
    chain.push({ ...content, hash: hashOfEntry(content) });
  }
  return chain;
}

function walk(chain: readonly AuditEntry[]) {
  const steps = new ChainWalk();
  for (const entry of chain) if (!steps.take(entry)) break;
  return steps.verdict();
}

describe('the audit chain', () => {
  it('is intact when nobody touched it, and names its head', () => {
    const chain = chainOf(4);
    expect(walk(chain)).toEqual({ intact: true, entries: 4, head: chain[3]!.hash, brokenAt: null });
  });

  it('is intact and starts at zeros when empty', () => {
    expect(walk([])).toEqual({ intact: true, entries: 0, head: CHAIN_START, brokenAt: null });
  });

  it.each([
    ['another actor', (e: AuditEntry) => ({ ...e, actorId: newId() })],
    ['another time', (e: AuditEntry) => ({ ...e, at: new Date(e.at.getTime() + 1) })],
    ['another action', (e: AuditEntry) => ({ ...e, action: 'NOTHING' })],
    ['another detail', (e: AuditEntry) => ({ ...e, ids: { ...e.ids, role: 'OWNER' } })],
  ])('shows %s', (_, change) => {
    const chain = chainOf(4);
    chain[1] = change(chain[1]!);
    expect(walk(chain)).toMatchObject({ intact: false, brokenAt: 2 });
  });

  it('shows an entry that was changed together with its own hash', () => {
    const chain = chainOf(4);
    const forged = { ...chain[1]!, action: 'NOTHING' };
    chain[1] = { ...forged, hash: hashOfEntry(forged) };
    expect(walk(chain)).toMatchObject({ intact: false, brokenAt: 3 });
  });

  it('shows an entry that was taken out', () => {
    const chain = chainOf(4);
    chain.splice(1, 1);
    expect(walk(chain)).toMatchObject({ intact: false, entries: 1, brokenAt: 2 });
  });

  it('does not depend on the order in which the database returns the details', () => {
    const [entry] = chainOf(1);
    const turned = { ...entry!, ids: Object.fromEntries(Object.entries(entry!.ids).reverse()) };
    expect(hashOfEntry(turned)).toBe(entry!.hash);
  });
});
