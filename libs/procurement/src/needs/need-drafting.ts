import { DomainEvents, Transactions } from '@app/database';
import { BadInputError, Clock, newId } from '@app/kernel';
import { Injectable } from '@nestjs/common';
import { NeedConcepts } from './need-concepts.js';
import { NeedLine, type NeedLineTerms } from './need-line.entity.js';
import { NeedLinesRepository } from './need-lines.repository.js';
import { type NeedTerms, ProcurementNeed } from './procurement-need.entity.js';
import { procurementNeedChanged } from './procurement-need.events.js';
import { ProcurementNeedsRepository } from './procurement-needs.repository.js';

/** What a buyer writes down: the need and its lines. */
export interface NeedContent {
  readonly terms: NeedTerms;
  /** All lines of the need; left out, they stay as they are. */
  readonly lines?: readonly NeedLineTerms[];
}

/** Puts a buyer's words into a need and finds what it is about. Who may do so is decided by the caller. */
@Injectable()
export class NeedDrafting {
  constructor(
    private readonly transactions: Transactions,
    private readonly needs: ProcurementNeedsRepository,
    private readonly lines: NeedLinesRepository,
    private readonly concepts: NeedConcepts,
    private readonly events: DomainEvents,
    private readonly clock: Clock,
  ) {}

  /** Adds a draft of an organization; `terms.title` has to be there. */
  add(organizationId: string, { terms, lines = [] }: NeedContent): Promise<ProcurementNeed> {
    return this.transactions.run(async () => {
      const need = ProcurementNeed.draft(newId(), organizationId, this.clock.now());
      need.describe(terms, this.clock.now());
      const stated = linesOf(need, lines, []);
      need.classify(this.concepts.found(need, stated));
      await this.needs.insert(need);
      await this.lines.replace(need.id, stated);
      await this.events.record(procurementNeedChanged(need));
      return need;
    });
  }

  /** Describes a locked need anew, without storing the need itself; throws NEED_LINE_UNKNOWN, NEED_WITHOUT_LINES. */
  async describe(need: ProcurementNeed, { terms, lines }: NeedContent): Promise<void> {
    need.describe(terms, this.clock.now());
    const before = await this.lines.ofNeeds([need.id]);
    const stated = lines ? linesOf(need, lines, before) : before;
    if (need.published && stated.length === 0)
      throw new BadInputError('NEED_WITHOUT_LINES', {}, ['input.lines']);
    if (lines) await this.lines.replace(need.id, stated);
    need.classify(this.concepts.found(need, stated));
  }
}

/** The lines in their order; a line that names one of before keeps its key, so that answers to it stay with it. */
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
