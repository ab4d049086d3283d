import type { Viewer } from '@app/identity';
import { Clock } from '@app/kernel';
import { maySeeAmount, type ProcurementNeed, ProcurementNeedsReader } from '@app/procurement';
import { Injectable } from '@nestjs/common';
import { CandidateFactsRepository } from '../candidates/candidate-facts.repository.js';
import { NeedReader } from '../reading/need-reader.js';
import { describeNeed } from '../stored-needs/describe-need.js';
import { openFacts } from './asked-facts.js';
import type { RequestedFact } from './requested-fact.js';

/** Finds what a match card does not know. */
@Injectable()
export class OpenQuestions {
  constructor(
    private readonly needs: ProcurementNeedsReader,
    private readonly reader: NeedReader,
    private readonly candidates: CandidateFactsRepository,
    private readonly clock: Clock,
  ) {}

  async of(viewer: Viewer, need: ProcurementNeed, capabilityId: string): Promise<RequestedFact[]> {
    const [candidate] = await this.candidates.load([capabilityId]);
    const stored = await this.needs.withLines(need.id);
    if (!candidate || !stored) return [];
    const now = this.clock.now();
    const view = { now, seesHiddenAmounts: maySeeAmount(viewer, need, false) };
    const { conditions } = this.reader.read(describeNeed(need, stored.lines, view));
    return openFacts(conditions, candidate, now);
  }
}
