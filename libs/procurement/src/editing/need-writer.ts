import { type DomainEvent, DomainEvents, Transactions } from '@app/database';
import type { Viewer } from '@app/identity';
import { BadInputError, Clock, newId, NotFoundError } from '@app/kernel';
import { ConceptExtractor } from '@app/taxonomy';
import { Injectable } from '@nestjs/common';
import { NeedLine, type NeedLineTerms } from '../needs/need-line.entity.js';
import { type NeedConcept, type NeedTerms, ProcurementNeed } from '../needs/procurement-need.entity.js';
import { procurementNeedChanged } from '../needs/procurement-need.events.js';
import { allowEditingNeed } from '../needs/procurement-need.policy.js';
import { ProcurementNeedsReader } from '../needs/procurement-needs.reader.js';
import { NeedLinesRepository, ProcurementNeedsRepository } from '../needs/procurement-needs.repository.js';

/** What a buyer states: the need and its lines. */
export interface NeedContent {
  readonly terms: NeedTerms;
  /** All lines of the need; if left out, they stay as they are. */
  readonly lines?: readonly NeedLineTerms[];
}

/** A need and the organization that the caller acts for. */
export interface OwnNeed {
  readonly id: string;
  readonly organizationId: string;
}

/** Writes needs and their lines, finds the concepts that they name, and records the change. */
@Injectable()
export class NeedWriter {
  constructor(
    private readonly transactions: Transactions,
    private readonly needs: ProcurementNeedsRepository,
    private readonly lines: NeedLinesRepository,
    private readonly reader: ProcurementNeedsReader,
    private readonly extractor: ConceptExtractor,
    private readonly events: DomainEvents,
    private readonly clock: Clock,
  ) {}

  /** Adds a draft of an organization; `terms.title` is required. Callers check who may do so. */
  addDraft(organizationId: string, { terms, lines = [] }: NeedContent): Promise<ProcurementNeed> {
    return this.transactions.run(async () => {
      const need = ProcurementNeed.draft(newId(), organizationId, this.clock.now());
      need.describe(terms, this.clock.now());
      const stated = linesOf(need, lines, []);
      need.classify(this.findConcepts(need, stated));
      await this.needs.insertNeed(need);
      await this.lines.replaceLines(need.id, stated);
      await this.events.record(procurementNeedChanged(need));
      return need;
    });
  }

  /** Describes a locked need anew and stores its lines, not the need; throws NEED_LINE_UNKNOWN, NEED_WITHOUT_LINES. */
  async describeNeed(need: ProcurementNeed, { terms, lines }: NeedContent): Promise<void> {
    need.describe(terms, this.clock.now());
    const before = await this.lines.findLines([need.id]);
    const stated = lines ? linesOf(need, lines, before) : before;
    if (need.published && stated.length === 0)
      throw new BadInputError('NEED_WITHOUT_LINES', {}, ['input.lines']);
    if (lines) await this.lines.replaceLines(need.id, stated);
    need.classify(this.findConcepts(need, stated));
  }

  /** Locks a need that the viewer may change for the organization it acts for; throws NOT_FOUND, FORBIDDEN. */
  async lockOwnNeed(viewer: Viewer, { id, organizationId }: OwnNeed): Promise<ProcurementNeed> {
    const need = await this.needs.lockNeed(id);
    if (!need) throw new NotFoundError();
    allowEditingNeed(viewer, need, await this.reader.findStanding(viewer, need));
    if (need.organizationId !== organizationId) throw new NotFoundError();
    return need;
  }

  /** Stores a changed need and records the change, with more events if given. */
  async saveNeed(need: ProcurementNeed, ...more: readonly DomainEvent[]): Promise<void> {
    await this.needs.saveNeed(need);
    await this.events.record(procurementNeedChanged(need), ...more);
  }

  /** The concepts that the title, the lines and the description name, most important first. */
  private findConcepts(
    { title, description }: Pick<ProcurementNeed, 'title' | 'description'>,
    lines: readonly NeedLine[],
  ): NeedConcept[] {
    const ofLines = lines.flatMap((line) => [
      line.name,
      line.process,
      line.material,
      line.surface,
      line.heatTreatment,
    ]);
    const texts = [...new Set([title, ...ofLines, description])].filter(Boolean);
    const terms = this.extractor.extract(texts.join('\n'));
    return terms.map(({ conceptId, kind, text, weight }) => ({ conceptId, kind, text, weight }));
  }
}

/** The lines in their order. A line that names one of `before` keeps its id, so that answers to it stay attached. */
function linesOf(
  need: ProcurementNeed,
  lines: readonly NeedLineTerms[],
  before: readonly NeedLine[],
): NeedLine[] {
  const known = new Set(before.map(({ id }) => id));
  const named = new Set<string>();
  return lines.map((terms, i) => {
    if (terms.id && !known.has(terms.id))
      throw new BadInputError('NEED_LINE_UNKNOWN', {}, [`input.lines.${i}.id`]);
    if (terms.id && named.has(terms.id))
      throw new BadInputError('NEED_LINE_TWICE', {}, [`input.lines.${i}.id`]);
    if (terms.id) named.add(terms.id);
    const place = { id: terms.id ?? newId(), position: i + 1, name: terms.name ?? need.title };
    return NeedLine.of(need.id, place, terms);
  });
}
