import { LOGGER, NestLogs, type PlatformLogger } from '@app/telemetry';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { FastifyInstance } from 'fastify';
import { HttpMetrics } from '../metrics/http-metrics.js';
import { requestIdOf, REQUEST_ID } from './request-id.js';
import { notesOf } from './request-notes.js';
import { traceRequests } from './request-span.js';
import { routeOf } from './route-of.js';

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
