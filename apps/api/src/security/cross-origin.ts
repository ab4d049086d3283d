import type { NestFastifyApplication } from '@nestjs/platform-fastify';

/** A day: browsers ask again what a page of another origin may send. */
const PREFLIGHT_SECONDS = 86_400;

/**
 * Lets pages of the named origins read answers and send the session's cookie. With none named nothing is said to other
 * origins, and browsers keep answers from them.
 */
export function allowOrigins(api: NestFastifyApplication, origins: readonly string[]): void {
  if (origins.length === 0) return;
  api.enableCors({
    origin: [...origins],
    methods: ['POST'],
    allowedHeaders: ['content-type', 'authorization', 'x-lang'],
    exposedHeaders: ['retry-after'],
    credentials: true,
    maxAge: PREFLIGHT_SECONDS,
  });
}
