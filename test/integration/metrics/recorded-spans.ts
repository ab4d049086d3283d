import { AsyncLocalStorage } from 'node:async_hooks';
import {
  type Attributes,
  type Context,
  context,
  type ContextManager,
  propagation,
  ROOT_CONTEXT,
  type Span,
  type SpanOptions,
  trace,
  type Tracer,
} from '@opentelemetry/api';

/** A span as it was when it ended. */
export interface RecordedSpan {
  readonly name: string;
  readonly traceId: string;
  readonly parentId: string | undefined;
  readonly id: string;
  readonly attributes: Attributes;
}

const TRACEPARENT = /^00-([0-9a-f]{32})-([0-9a-f]{16})-01$/;
let made = 0;

/** The least that an SDK is: a context that follows asynchronous work, `traceparent`, and spans that are kept. */
export function recordSpans(): { spans: RecordedSpan[]; stop: () => void } {
  const spans: RecordedSpan[] = [];
  const tracer = { startSpan: startSpan(spans), startActiveSpan: startActive(startSpan(spans)) } as Tracer;
  context.setGlobalContextManager(new AsyncContext());
  trace.setGlobalTracerProvider({ getTracer: () => tracer });
  propagation.setGlobalPropagator({
    inject: () => undefined,
    fields: () => ['traceparent'],
    extract: (outside, carrier: Record<string, string | undefined>) => {
      const [, traceId, spanId] = TRACEPARENT.exec(carrier['traceparent'] ?? '') ?? [];
      return traceId && spanId ? trace.setSpanContext(outside, { traceId, spanId, traceFlags: 1 }) : outside;
    },
  });
  return {
    spans,
    stop: () => [context, trace, propagation].forEach((api) => api.disable()),
  };
}

class AsyncContext implements ContextManager {
  private readonly storage = new AsyncLocalStorage<Context>();

  active = () => this.storage.getStore() ?? ROOT_CONTEXT;
  with: ContextManager['with'] = (inside, work, self, ...args) =>
    this.storage.run(inside, () => work.apply(self, args));
  bind: ContextManager['bind'] = (_inside, target) => target;
  enable = () => this;
  disable = () => {
    this.storage.disable();
    return this;
  };
}

function startSpan(spans: RecordedSpan[]) {
  return (first: string, _options?: SpanOptions, outside: Context = context.active()): Span => {
    const parent = trace.getSpanContext(outside);
    const id = String(++made).padStart(16, '0');
    const traceId = parent?.traceId ?? String(made).padStart(32, '0');
    let name = first;
    const attributes: Attributes = {};
    const span = {
      spanContext: () => ({ traceId, spanId: id, traceFlags: 1 }),
      setAttributes: (more: Attributes) => Object.assign(attributes, more),
      setStatus: () => undefined,
      updateName: (better: string) => (name = better),
      end: () => spans.push({ name, traceId, parentId: parent?.spanId, id, attributes }),
    };
    return span as unknown as Span;
  };
}

/** The only form of `startActiveSpan` that the platform uses. */
function startActive(start: ReturnType<typeof startSpan>) {
  return <T>(name: string, work: (span: Span) => T): T => {
    const span = start(name);
    return context.with(trace.setSpan(context.active(), span), () => work(span));
  };
}
