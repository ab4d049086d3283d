import { AuditLog } from '@app/audit';
import { jobKind, Jobs, Transactions } from '@app/database';
import { UseCaseRunner, type Viewer } from '@app/identity';
import { BadInputError, Clock, newId, NotFoundError } from '@app/kernel';
import { Injectable } from '@nestjs/common';
import { allowModeratingOrganizations } from '../../profiles/organization.policy.js';
import { OrganizationImportState, OrganizationImportStateError } from './organization-import.graphql.js';
import type { OrganizationImport } from './organization-import.js';
import { OrganizationImportsRepository } from './organization-imports.repository.js';

/** Ordered when a list has arrived, to check it, and when staff decide for it, to import it. */
export const IMPORT_LIST = jobKind<{ importId: string }>('import-organization-list', {
  expireSeconds: 3600,
  retries: 5,
});

const DAY_MS = 86_400_000;
/** Files without any change for this long are deleted. */
const KEPT_DAYS = 7;
const MAX_LISTED = 20;

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

/** Staff upload a list in parts. The worker checks the complete list, and imports it when staff order that. */
@Injectable()
export class OrganizationImportsService {
  constructor(
    private readonly transactions: Transactions,
    private readonly imports: OrganizationImportsRepository,
    private readonly jobs: Jobs,
    private readonly audit: AuditLog,
    private readonly runner: UseCaseRunner,
    private readonly clock: Clock,
  ) {}

  /** Starts the upload of a list, once for each key. */
  async startImport(viewer: Viewer, list: ListToUpload): Promise<OrganizationImport> {
    const by = this.staffIdOf(viewer);
    const { fileName, size, clientMutationId } = list;
    return this.runner.runCreation<OrganizationImport>(viewer, {
      operation: 'startOrganizationImport',
      clientMutationId,
      create: async () => {
        const at = this.clock.now();
        await this.imports.deletePartsUntouchedSince(new Date(at.getTime() - KEPT_DAYS * DAY_MS));
        const id = newId();
        await this.imports.insertImport({ id, fileName, size, by, at });
        return id;
      },
      present: (id) => this.requireImport(id),
    });
  }

  /** Stores a part. The part that completes the file orders the check in the same transaction. */
  uploadPart(viewer: Viewer, part: ListPart): Promise<OrganizationImport | OrganizationImportStateError> {
    this.staffIdOf(viewer);
    const { importId, position, content } = part;
    return this.changeInState(importId, OrganizationImportState.UPLOADING, async () => {
      await this.imports.savePart(importId, position, content);
      const { received, size } = await this.requireImport(importId);
      if (received > size) throw new BadInputError('IMPORT_TOO_LONG', { size }, ['input.content']);
      if (received === size) await this.orderWork(importId, OrganizationImportState.CHECKING);
    });
  }

  /** Orders the import of a checked list. */
  runImport(viewer: Viewer, importId: string): Promise<OrganizationImport | OrganizationImportStateError> {
    const by = this.staffIdOf(viewer);
    return this.changeInState(importId, OrganizationImportState.CHECKED, async () => {
      await this.orderWork(importId, OrganizationImportState.IMPORTING);
      await this.audit.record({
        actorId: by,
        action: 'ORGANIZATIONS_IMPORTED',
        subjectType: 'OrganizationImport',
        subjectId: importId,
      });
    });
  }

  /** A list, or null. For staff. */
  async findImport(viewer: Viewer, importId: string): Promise<OrganizationImport | null> {
    this.staffIdOf(viewer);
    return this.imports.findImport(importId);
  }

  /** The latest lists, newest first. For staff. */
  async listLatestImports(viewer: Viewer): Promise<OrganizationImport[]> {
    this.staffIdOf(viewer);
    return this.imports.findLatestImports(MAX_LISTED);
  }

  private staffIdOf(viewer: Viewer): string {
    const userId = viewer.requireUserId();
    allowModeratingOrganizations(viewer);
    return userId;
  }

  private async requireImport(id: string): Promise<OrganizationImport> {
    const list = await this.imports.findImport(id);
    if (!list) throw new NotFoundError();
    return list;
  }

  private changeInState(
    id: string,
    wanted: OrganizationImportState,
    change: () => Promise<void>,
  ): Promise<OrganizationImport | OrganizationImportStateError> {
    return this.transactions.run(async () => {
      const list = await this.imports.lockImport(id);
      if (!list) throw new NotFoundError();
      if (list.state !== wanted) return new OrganizationImportStateError(list.state);
      await change();
      return this.requireImport(id);
    });
  }

  private async orderWork(importId: string, state: OrganizationImportState): Promise<void> {
    await this.imports.changeState(importId, state, this.clock.now());
    await this.jobs.enqueue(IMPORT_LIST, { importId });
  }
}
