import { Transactions } from '@app/database';
import { newId } from '@app/kernel';
import { BlockedOrganization, FitVerdict, HiddenMatch, MatchFeedback } from '@app/matching';
import type { TestApp } from '../test-app.js';

/** A match that one side has hidden. */
export async function aHiddenMatch(
  app: TestApp,
  organizationId: string,
  needId: string,
  supplierId: string,
): Promise<void> {
  const row = { id: newId(), organizationId, needId, supplierId, hiddenById: null, hiddenAt: new Date() };
  await app.get(Transactions).manager.getRepository(HiddenMatch).insert(row);
}

/** An organization that another has blocked. */
export async function aBlock(app: TestApp, organizationId: string, blockedId: string): Promise<void> {
  const row = { id: newId(), organizationId, blockedId, blockedById: null, blockedAt: new Date() };
  await app.get(Transactions).manager.getRepository(BlockedOrganization).insert(row);
}

/** What a side said of a match: that it fits. */
export async function aFeedback(
  app: TestApp,
  organizationId: string,
  needId: string,
  capabilityId: string,
): Promise<void> {
  const row = {
    id: newId(),
    organizationId,
    needId,
    capabilityId,
    verdict: FitVerdict.FITS,
    reason: null,
    words: null,
    score: '71.5',
    weightsVersion: '2026-11-1',
    givenById: null,
    createdAt: new Date(),
    updatedAt: new Date(),
  };
  await app.get(Transactions).manager.getRepository(MatchFeedback).insert(row);
}
