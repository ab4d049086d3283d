import { DeriveCapabilities } from '@app/capabilities';
import { Reindexer } from '@app/search';
import { ProgressLine } from '../output/progress-line.js';
import type { Platform } from '../platform/with-platform.js';

/** What follows an import and how long it took. */
export interface FollowUp {
  readonly capabilities: number;
  readonly deriveSeconds: number;
  readonly indexSeconds: number;
}

/**
 * Derives capabilities and rebuilds the indexes here and now, in line with a worker that may be at it: both take turns
 * and neither doubles the other's work.
 */
export async function deriveAndIndex({ app }: Platform): Promise<FollowUp> {
  const deriving = new ProgressLine('derive');
  const started = performance.now();
  const { capabilities } = await app
    .get(DeriveCapabilities, { strict: false })
    .run((organizations, derived) =>
      deriving.show(`${organizations} organizations, ${derived} capabilities`),
    );
  deriving.end();
  const derived = performance.now();
  const indexing = new ProgressLine('index');
  await app
    .get(Reindexer, { strict: false })
    .rebuild(['organizations', 'capabilities'], ({ index, documents, total }) =>
      indexing.show(`${index} ${documents} of ${total}`),
    );
  indexing.end();
  const seconds = (from: number, to: number) => Math.round(to - from) / 1000;
  return {
    capabilities,
    deriveSeconds: seconds(started, derived),
    indexSeconds: seconds(derived, performance.now()),
  };
}
