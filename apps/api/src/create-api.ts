import { SETTINGS, type Settings } from '@app/kernel';
import cookie from '@fastify/cookie';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import { AppModule } from './app.module.js';
import { inputValidation } from './graphql/validation.js';
import { servePortal } from './portal/serve-portal.js';

/** Largest request body: a need with a hundred lines is far below. */
const BODY_LIMIT = 1_000_000;

/** The API as an application that does not listen yet. */
export async function createApi(options: {
  databaseUrl: string;
  poolSize?: number;
}): Promise<NestFastifyApplication> {
  const api = await NestFactory.create<NestFastifyApplication>(
    AppModule.forRoot(options),
    new FastifyAdapter({ bodyLimit: BODY_LIMIT, forceCloseConnections: 'idle' }),
    { logger: ['error', 'warn'], abortOnError: false },
  );
  await api.register(cookie);
  servePortal(api.getHttpAdapter().getInstance(), api.get<Settings>(SETTINGS));
  api.useGlobalPipes(inputValidation());
  return api;
}
