import {
  type Context,
  context,
  isSpanContextValid,
  propagation,
  ROOT_CONTEXT,
  type Span,
  SpanKind,
  SpanStatusCode,
  trace,
} from '@opentelemetry/api';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { notesOf } from './request-notes.js';
import { routeOf } from './route-of.js';

const tracer = trace.getTracer('lianqiao');

interface Traced {
  readonly span: Span;
  readonly inside: Context;
}

/**
 * An OpenTelemetry span around each request, child of the caller's when a `traceparent` came along. Without an SDK the
 * spans are empty and the hooks step aside.
 */
export function traceRequests(server: FastifyInstance): void {
  const requests = new WeakMap<FastifyRequest, Traced>();
  server.addHook('onRequest', (request, _reply, next) => {
    const outside = propagation.extract(ROOT_CONTEXT, request.headers);
    const span = tracer.startSpan(`HTTP ${request.method}`, { kind: SpanKind.SERVER }, outside);
    if (!isSpanContextValid(span.spanContext())) return next();
    const inside = trace.setSpan(outside, span);
    requests.set(request, { span, inside });
    context.with(inside, next);
  });
  // Reading the body leaves the context in which it began.
  server.addHook('preValidation', (request, _reply, next) => {
    const traced = requests.get(request);
    if (traced) context.with(traced.inside, next);
    else next();
  });
  server.addHook('onResponse', (request, reply, next) => {
    const traced = requests.get(request);
    if (traced) finish(traced.span, request, reply.statusCode);
    next();
  });
}

function finish(span: Span, request: FastifyRequest, status: number): void {
  const route = routeOf(request);
  const { operation } = notesOf(request);
  span.updateName(operation ? `${request.method} ${route} ${operation}` : `${request.method} ${route}`);
  span.setAttributes({
    'http.request.method': request.method,
    'http.route': route,
    'http.response.status_code': status,
    ...(operation ? { 'graphql.operation.name': operation } : {}),
  });
  if (status >= 500) span.setStatus({ code: SpanStatusCode.ERROR });
  span.end();
}
