import type { RequestContext } from '../viewer/request-context.js';
import { SignedInPayload } from './signed-in.type.js';

/** Gives the portal its cookies when a sign-in succeeded; hands the result on. */
export function withSessionCookie<T extends object>(request: RequestContext, result: T): T {
  if (result instanceof SignedInPayload) {
    request.setSessionCookie(result.token, result.cookieExpiresAt);
    request.setDeviceCookie(result.device.token, result.device.expiresAt);
  }
  return result;
}
