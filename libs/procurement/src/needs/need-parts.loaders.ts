import { BatchListLoader } from '@app/kernel';
import { Injectable } from '@nestjs/common';
import type { NeedInvitation } from './need-invitation.entity.js';
import { NeedInvitationsRepository } from './need-invitations.repository.js';
import type { NeedLine } from './need-line.entity.js';
import { NeedLinesRepository } from './need-lines.repository.js';

/** The lines of needs in their order, many needs in one statement. */
@Injectable()
export class NeedLinesLoader extends BatchListLoader<NeedLine> {
  constructor(private readonly lines: NeedLinesRepository) {
    super();
  }

  protected fetch(needIds: readonly string[]): Promise<NeedLine[]> {
    return this.lines.ofNeeds(needIds);
  }

  protected keyOf(line: NeedLine): string {
    return line.needId;
  }
}

/** The invitations to needs, many needs in one statement. Ask {@link maySeeBuyersWork} first. */
@Injectable()
export class NeedInvitationsLoader extends BatchListLoader<NeedInvitation> {
  constructor(private readonly invitations: NeedInvitationsRepository) {
    super();
  }

  protected fetch(needIds: readonly string[]): Promise<NeedInvitation[]> {
    return this.invitations.ofNeeds(needIds);
  }

  protected keyOf(invitation: NeedInvitation): string {
    return invitation.needId;
  }
}
