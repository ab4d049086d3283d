import type { RequestContext, Viewer } from '@app/identity';
import { LOGGER, NestLogs, type PlatformLogger } from '@app/telemetry';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
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
import { randomUUID } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import { HttpMetrics } from './api-metrics.js';

/** Header in which a request's id comes and goes. */
const REQUEST_ID = 'x-request-id';

/**
 * What an id from outside may look like: UUIDs, ULIDs, hexadecimal trace ids. Shorter ones are not taken, since a
 * telephone number (at most 15 digits) would pass for one and stand in the log.
 */
const WELL_FORMED = /^[A-Za-z0-9][A-Za-z0-9._-]{15,63}$/;

/** The id of a request: the one it came with, when that is well formed, else a new one. */
function requestIdOf({ headers }: Pick<IncomingMessage, 'headers'>): string {
  const given = headers[REQUEST_ID];
  return typeof given === 'string' && WELL_FORMED.test(given) ? given : randomUUID();
}

/** What is logged of a GraphQL operation: neither its text nor its values. */
interface OperationNote {
  /** Name from the closed set of known operations, else `other`. */
  readonly operation: string;
  /** Codes of the errors that were answered. */
  readonly errors: readonly string[];
}

/** Who asked, as far as the log may know. */
type ViewerKind = 'guest' | 'user' | 'staff';

const contexts = new WeakMap<object, RequestContext>();
/** By the loaders of the request: Apollo executes on a copy of the context, which shares them. */
const operations = new WeakMap<RequestContext['loaders'], OperationNote>();

/** Remembers which context an HTTP request was given. */
export function noteContext(request: object, context: RequestContext): RequestContext {
  contexts.set(request, context);
  return context;
}

/** Remembers what a request asked for and how it was answered. */
export function noteOperation(context: RequestContext, note: OperationNote): void {
  operations.set(context.loaders, note);
}

/** What was noted of an HTTP request; nothing for those that are not GraphQL's. */
function notesOf(request: object): Partial<OperationNote> & { readonly viewer?: ViewerKind } {
  const context = contexts.get(request);
  return context ? { viewer: kindOf(context.viewer), ...operations.get(context.loaders) } : {};
}

function kindOf(viewer: Viewer): ViewerKind {
  if (!viewer.signedIn) return 'guest';
  return viewer.staff ? 'staff' : 'user';
}

/** The pattern of the route that took a request, never its address, which a caller chooses and may fill with anything. */
function routeOf({ routeOptions, is404 }: Pick<FastifyRequest, 'routeOptions' | 'is404'>): string {
  return is404 ? 'unmatched' : (routeOptions.url ?? 'unmatched');
}

const tracer = trace.getTracer('lianqiao');

interface Traced {
  readonly span: Span;
  readonly inside: Context;
}

/**
 * An OpenTelemetry span around each request, child of the caller's when a `traceparent` came along. Without an SDK the
 * spans are empty and the hooks step aside.
 */
function traceRequests(server: FastifyInstance): void {
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

/** Watchdogs ask every few seconds; nobody reads that. */
const QUIET = /^\/health\//;

/** Gives every request an id, a line in the log, a span and its place in the measurements. Before any route is added. */
export function observeRequests(api: NestFastifyApplication): void {
  const logger = api.get<PlatformLogger>(LOGGER);
  const metrics = api.get(HttpMetrics);
  const server = api.getHttpAdapter().getInstance() as FastifyInstance;
  api.useLogger(new NestLogs(logger));
  server.setGenReqId(requestIdOf);
  server.addHook('onRequest', (request, reply, next) => {
    reply.header(REQUEST_ID, request.id);
    next();
  });
  traceRequests(server);
  server.addHook('onResponse', (request, reply, next) => {
    const { method, id: requestId } = request;
    const { statusCode: status, elapsedTime } = reply;
    const route = routeOf(request);
    metrics.observe({ method, route, status, seconds: elapsedTime / 1000 });
    const level = status >= 500 ? 'error' : QUIET.test(route) ? 'debug' : 'info';
    const ms = Math.round(elapsedTime * 10) / 10;
    logger[level]({ requestId, method, route, status, ms, ...notesOf(request) }, 'request');
    next();
  });
}
