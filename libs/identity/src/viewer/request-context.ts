import { LoaderScope, type Locale } from '@app/kernel';
import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import { GqlExecutionContext } from '@nestjs/graphql';
import type { Viewer } from './viewer.js';

/** From where a request came: what limits on guessing count by. */
export interface Requester {
  /** Network address. */
  readonly address: string;
  /** The secret of the browser's device cookie; null for programs and for browsers that have none yet. */
  readonly device: string | null;
}

/** What every resolver can ask of its request. */
export interface RequestContext extends Requester {
  readonly viewer: Viewer;
  readonly locale: Locale;
  readonly loaders: LoaderScope;
  readonly requestId: string;
  /** Sets or clears the portal's session cookie. */
  setSessionCookie(token: string | null, expiresAt?: Date): void;
  /** Gives the browser its device cookie. */
  setDeviceCookie(token: string, expiresAt: Date): void;
}

/**
 * Lets what is read from now on be read anew: one context serves a whole subscription, and what it has loaded for one
 * event is old when the next one comes.
 */
export function readAnew(context: RequestContext): void {
  Object.assign(context, { loaders: new LoaderScope(context.loaders.budget) });
}

function contextOf(execution: ExecutionContext): RequestContext {
  return GqlExecutionContext.create(execution).getContext<RequestContext>();
}

/** Parameter: who is looking. */
export const CurrentViewer = createParamDecorator(
  (_: unknown, execution: ExecutionContext) => contextOf(execution).viewer,
);

export { CurrentLocale } from '@app/kernel';

/** Parameter: the request's loaders. */
export const Loaders = createParamDecorator(
  (_: unknown, execution: ExecutionContext) => contextOf(execution).loaders,
);

/** Parameter: the whole request context. */
export const CurrentRequest = createParamDecorator((_: unknown, execution: ExecutionContext) =>
  contextOf(execution),
);
