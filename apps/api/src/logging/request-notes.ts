import type { RequestContext, Viewer } from '@app/identity';

/** What is known of a GraphQL operation beside its texts and values. */
export interface OperationNote {
  /** Name from the closed set of known operations, else `other`. */
  readonly operation: string;
  /** Codes of the errors that were answered. */
  readonly errors: readonly string[];
}

/** Who asked, as far as the log may know. */
export type ViewerKind = 'guest' | 'user' | 'staff';

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
export function notesOf(request: object): Partial<OperationNote> & { readonly viewer?: ViewerKind } {
  const context = contexts.get(request);
  return context ? { viewer: kindOf(context.viewer), ...operations.get(context.loaders) } : {};
}

function kindOf(viewer: Viewer): ViewerKind {
  if (!viewer.signedIn) return 'guest';
  return viewer.staff ? 'staff' : 'user';
}
