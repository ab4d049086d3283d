import type { FastifyRequest } from 'fastify';

/** The pattern of the route that took a request, never its address, which a caller chooses and may fill with anything. */
export function routeOf({ routeOptions, is404 }: Pick<FastifyRequest, 'routeOptions' | 'is404'>): string {
  return is404 ? 'unmatched' : (routeOptions.url ?? 'unmatched');
}
