import { DURATION_BUCKETS, PlatformMetrics } from '@app/telemetry';
import { Injectable } from '@nestjs/common';
import { Counter, Histogram } from 'prom-client';

/** A GraphQL operation that has been answered. */
export interface AnsweredOperation {
  /** From the closed set of known names. */
  readonly operation: string;
  /** query, mutation or subscription; `none` when the document could not be read. */
  readonly type: string;
  readonly seconds: number;
  /** Codes of the errors in the answer. */
  readonly errors: readonly string[];
}

/** GraphQL operations by name, and errors by code. */
@Injectable()
export class OperationMetrics {
  private readonly operations: Histogram<'operation' | 'type' | 'outcome'>;
  private readonly errors: Counter<'code'>;

  constructor({ registry }: PlatformMetrics) {
    this.operations = new Histogram({
      name: 'lianqiao_graphql_operation_seconds',
      help: 'GraphQL operations by name (unknown ones: other), type, and whether the answer holds errors.',
      labelNames: ['operation', 'type', 'outcome'],
      buckets: DURATION_BUCKETS,
      registers: [registry],
    });
    this.errors = new Counter({
      name: 'lianqiao_graphql_errors_total',
      help: 'Errors in answers of GraphQL by code; expected outcomes in results are none.',
      labelNames: ['code'],
      registers: [registry],
    });
  }

  observe({ operation, type, seconds, errors }: AnsweredOperation): void {
    this.operations.observe({ operation, type, outcome: errors.length > 0 ? 'error' : 'ok' }, seconds);
    for (const code of errors) this.errors.inc({ code });
  }
}
