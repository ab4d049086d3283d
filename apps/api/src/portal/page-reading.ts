import { chooseLocale } from '@app/kernel';
import type { FastifyRequest } from 'fastify';
import type {} from '@fastify/cookie';
import type { Reading } from './portal-build.js';

/** Cookies in which the portal remembers how a person reads. */
export const LANGUAGE_COOKIE = 'lianqiao_lang';
const LARGE_COOKIE = 'lianqiao_large';

const isLocale = (value: unknown): value is Reading['locale'] => value === 'zh' || value === 'en';

/** The language that the address asks for, if it does. */
export function askedLocale({ query }: FastifyRequest): Reading['locale'] | null {
  const { lang } = query as Record<string, unknown>;
  return isLocale(lang) ? lang : null;
}

/** How the reader reads: as the address says, else as remembered, else as the browser wishes, else in Chinese. */
export function readingOf(request: FastifyRequest): Reading {
  const remembered = request.cookies[LANGUAGE_COOKIE];
  return {
    locale:
      askedLocale(request) ??
      chooseLocale(isLocale(remembered) ? remembered : undefined, request.headers['accept-language']),
    large: request.cookies[LARGE_COOKIE] === '1',
  };
}
