import { Transactions } from '@app/database';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { Identifier } from '../users/identifier.js';

/** The person whose data is exported or erased, with all by which the data can be found. */
export interface DataSubject {
  readonly userId: string;
  readonly identifiers: readonly Identifier[];
}

/** A value of the export: plain data that becomes JSON. */
export type ExportedValue = object | string | number | boolean | Date | null;

/** The holders of personal data. Every library registers its holders at start. */
@Injectable()
export class PersonalDataRegistry {
  private readonly holders = new Map<string, PersonalDataHolder>();

  registerHolder(holder: PersonalDataHolder): void {
    if (this.holders.has(holder.section)) throw new Error(`two holders of ${holder.section}`);
    this.holders.set(holder.section, holder);
  }

  listHolders(): readonly PersonalDataHolder[] {
    return [...this.holders.values()];
  }
}

/** A part of the platform that stores data about persons. Every library whose tables refer to persons provides one. */
@Injectable()
export abstract class PersonalDataHolder implements OnModuleInit {
  constructor(private readonly registry: PersonalDataRegistry) {}

  onModuleInit(): void {
    this.registry.registerHolder(this);
  }

  /** Name of its section in the export. */
  abstract readonly section: string;

  /** The columns it answers for, as `table.column`: those that hold a person's id, number or address. */
  abstract readonly columns: readonly string[];

  /** Everything it holds on a person; no secrets such as hashes of passwords. */
  abstract export(person: DataSubject): Promise<ExportedValue>;

  /**
   * Removes it inside the running transaction, or leaves it under the person's id alone, which by then belongs to
   * nobody that can be told. What has to stay unchanged stays: the audit log and the consent ledger hold ids only.
   */
  abstract erase(person: DataSubject): Promise<void>;
}

/** A holder that reads and removes what a person left in tables by plain statements. */
@Injectable()
export abstract class StoredDataHolder extends PersonalDataHolder {
  constructor(
    registry: PersonalDataRegistry,
    protected readonly transactions: Transactions,
  ) {
    super(registry);
  }
}
