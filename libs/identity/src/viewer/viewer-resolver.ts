import type { Viewer } from './viewer.js';

/** Finds out who is behind a session token or API key; an unknown, expired or revoked one is a guest's. */
export abstract class ViewerResolver {
  abstract resolve(token: string | null): Promise<Viewer>;
}
