import { Transactions } from '@app/database';
import { Injectable } from '@nestjs/common';
import { In, type Repository } from 'typeorm';
import { NeedLine } from './need-line.entity.js';

/** Every query on the table of line items. */
@Injectable()
export class NeedLinesRepository {
  constructor(private readonly transactions: Transactions) {}

  /** The lines of needs, each need's in their order. */
  ofNeeds(needIds: readonly string[]): Promise<NeedLine[]> {
    return this.table.find({
      where: { needId: In([...needIds]) },
      order: { needId: 'ASC', position: 'ASC' },
    });
  }

  /** Puts lines in the place of all that a need had. */
  async replace(needId: string, lines: readonly NeedLine[]): Promise<void> {
    await this.table.delete({ needId });
    if (lines.length > 0) await this.table.insert(lines.map((line) => ({ ...line })));
  }

  private get table(): Repository<NeedLine> {
    return this.transactions.manager.getRepository(NeedLine);
  }
}
