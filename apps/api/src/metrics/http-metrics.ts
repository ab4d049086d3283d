import { DURATION_BUCKETS, PlatformMetrics } from '@app/telemetry';
import { Injectable } from '@nestjs/common';
import { Histogram } from 'prom-client';

/** A request that has been answered. */
export interface AnsweredRequest {
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
