import { DURATION_BUCKETS, PlatformMetrics } from '@app/telemetry';
import { Injectable } from '@nestjs/common';
import { Counter, Histogram } from 'prom-client';

/** A request that has been answered. */
interface AnsweredRequest {
  readonly method: string;
  /** Pattern of its route. */
  readonly route: string;
  readonly status: number;
  readonly seconds: number;
}

/** Methods that HTTP itself defines (RFC 9110); a caller may send any word. */
const METHODS = new Set(['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS']);

/** Requests by route and status. */
@Injectable()
export class HttpMetrics {
  private readonly requests: Histogram<'method' | 'route' | 'status'>;

  constructor({ registry }: PlatformMetrics) {
    this.requests = new Histogram({
      name: 'lianqiao_http_request_seconds',
      help: 'HTTP requests by method, route and status, from arrival to the end of the answer.',
      labelNames: ['method', 'route', 'status'],
      buckets: DURATION_BUCKETS,
      registers: [registry],
    });
  }

  observe({ method, route, status, seconds }: AnsweredRequest): void {
    this.requests.observe({ method: METHODS.has(method) ? method : 'other', route, status }, seconds);
  }
}

/** A GraphQL operation that has been answered. */
interface AnsweredOperation {
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
