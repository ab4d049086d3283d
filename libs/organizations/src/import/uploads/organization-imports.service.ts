import { AuditLog } from '@app/audit';
import { ClientMutations, jobKind, Jobs, Transactions } from '@app/database';
import type { Viewer } from '@app/identity';
import { BadInputError, Clock, newId, NotFoundError, UnauthenticatedError } from '@app/kernel';
import { Injectable } from '@nestjs/common';
import { allowModeratingOrganizations } from '../../profiles/organization.policy.js';
import { OrganizationImportState, OrganizationImportStateError } from './organization-import.graphql.js';
import { type OrganizationImport, OrganizationImportsRepository } from './organization-imports.repository.js';

/** Ordered when a list has arrived, to check it, and when staff decide for it, to import it. */
export const IMPORT_LIST = jobKind<{ importId: string }>('import-organization-list', {
  expireSeconds: 3600,
  retries: 5,
});

const DAY_MS = 86_400_000;
/** A file that nobody has touched for so long is let go. */
const KEPT_DAYS = 7;
const MOST_LISTED = 20;

/** A list that is going to be uploaded. */
interface ListToUpload {
  readonly fileName: string;
  readonly size: number;
  readonly clientMutationId?: string | null;
}

/** A part of a file. */
interface ListPart {
  readonly importId: string;
  readonly position: number;
  readonly content: Buffer;
}

/** Staff upload a list in parts; once it is whole the worker checks it, and imports it when staff say so. */
@Injectable()
export class OrganizationImports {
  constructor(
    private readonly transactions: Transactions,
    private readonly imports: OrganizationImportsRepository,
    private readonly jobs: Jobs,
    private readonly audit: AuditLog,
    private readonly clientMutations: ClientMutations,
    private readonly clock: Clock,
  ) {}

  async start(viewer: Viewer, list: ListToUpload): Promise<OrganizationImport> {
    const by = this.staffIdOf(viewer);
    const { fileName, size, clientMutationId } = list;
    const key = { actorId: by, operation: 'startOrganizationImport', clientMutationId };
    const { id } = await this.clientMutations.once(key, async () => {
      const at = this.clock.now();
      await this.imports.dropPartsUntouchedSince(new Date(at.getTime() - KEPT_DAYS * DAY_MS));
      const listId = newId();
      await this.imports.add({ id: listId, fileName, size, by, at });
      return listId;
    });
    return this.existing(id);
  }

  /** Takes a part; the one that completes the file orders the check in the same transaction. */
  upload(viewer: Viewer, part: ListPart): Promise<OrganizationImport | OrganizationImportStateError> {
    this.staffIdOf(viewer);
    const { importId, position, content } = part;
    return this.changing(importId, OrganizationImportState.UPLOADING, async () => {
      await this.imports.putPart(importId, position, content);
      const { received, size } = await this.existing(importId);
      if (received > size) throw new BadInputError('IMPORT_TOO_LONG', { size }, ['input.content']);
      if (received === size) await this.order(importId, OrganizationImportState.CHECKING);
    });
  }

  /** Orders the import of a checked list. */
  run(viewer: Viewer, importId: string): Promise<OrganizationImport | OrganizationImportStateError> {
    const by = this.staffIdOf(viewer);
    return this.changing(importId, OrganizationImportState.CHECKED, async () => {
      await this.order(importId, OrganizationImportState.IMPORTING);
      await this.audit.record({
        actorId: by,
        action: 'ORGANIZATIONS_IMPORTED',
        subjectType: 'OrganizationImport',
        subjectId: importId,
      });
    });
  }

  async find(viewer: Viewer, importId: string): Promise<OrganizationImport | null> {
    this.staffIdOf(viewer);
    return this.imports.find(importId);
  }

  async latest(viewer: Viewer): Promise<OrganizationImport[]> {
    this.staffIdOf(viewer);
    return this.imports.latest(MOST_LISTED);
  }

  private staffIdOf(viewer: Viewer): string {
    if (!viewer.userId) throw new UnauthenticatedError();
    allowModeratingOrganizations(viewer);
    return viewer.userId;
  }

  private async existing(id: string): Promise<OrganizationImport> {
    const list = await this.imports.find(id);
    if (!list) throw new NotFoundError();
    return list;
  }

  private changing(
    id: string,
    wanted: OrganizationImportState,
    change: () => Promise<void>,
  ): Promise<OrganizationImport | OrganizationImportStateError> {
    return this.transactions.run(async () => {
      const list = await this.imports.lock(id);
      if (!list) throw new NotFoundError();
      if (list.state !== wanted) return new OrganizationImportStateError(list.state);
      await change();
      return this.existing(id);
    });
  }

  private async order(importId: string, state: OrganizationImportState): Promise<void> {
    await this.imports.move(importId, state, this.clock.now());
    await this.jobs.enqueue(IMPORT_LIST, { importId });
  }
}
