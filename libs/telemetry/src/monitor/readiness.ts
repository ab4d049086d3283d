import { DatabaseFacts } from '@app/database';
import { Injectable } from '@nestjs/common';

/** The answer must come before a watchdog loses its patience. */
const PATIENCE_MS = 2000;

/** Whether this process can do its work: the database answers, and whatever else its parts have asked to be looked at. */
@Injectable()
export class Readiness {
  private readonly checks = new Map<string, () => Promise<void>>();

  constructor(facts: DatabaseFacts) {
    this.checks.set('database', () => facts.ping());
  }

  /** Adds something to look at; it throws when the process cannot work. */
  require(name: string, check: () => Promise<void>): void {
    this.checks.set(name, check);
  }

  /** The names of what does not work; empty when all is well. */
  async missing(): Promise<string[]> {
    const looked = await Promise.all(
      [...this.checks].map(async ([name, check]) => ((await works(check)) ? [] : [name])),
    );
    return looked.flat();
  }
}

async function works(check: () => Promise<void>): Promise<boolean> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<boolean>((resolve) => {
    timer = setTimeout(() => resolve(false), PATIENCE_MS);
  });
  const looked = check().then(
    () => true,
    () => false,
  );
  try {
    return await Promise.race([looked, late]);
  } finally {
    clearTimeout(timer);
  }
}
