import { jobKind } from '@app/database';

/** Ordered by an import: derive capabilities from business scopes that were not derived yet, then index. */
export const DERIVE_CAPABILITIES = jobKind<Record<string, never>>('derive-capabilities', {
  expireSeconds: 3600,
  retries: 20,
});
