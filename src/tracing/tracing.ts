import { AsyncLocalStorage } from 'node:async_hooks';

export type Attributes = Record<string, string | number | boolean>;

/** Work that runs, as part of a trace. */
export interface Span {
  readonly traceId: string;
  readonly spanId: string;
  /** Names it to others, who may continue the trace: W3C Trace Context. */
  readonly traceparent: string;
  set(attributes: Attributes): void;
  end(error?: unknown): void;
}

export interface SpanStart {
  kind: 'server' | 'consumer' | 'client' | 'internal';
  /** The `traceparent` of what caused it, null for nothing; by default what runs now. */
  parent?: string | null;
  /** Without any cause, the trace is the one of this request. */
  requestId?: string;
  /** Names of the code, ids and numbers: never what people wrote, a secret, or values of SQL. */
  attributes?: Attributes;
}

export type Tracer = (name: string, start: SpanStart) => Span;

let tracer: Tracer | undefined;
const running = new AsyncLocalStorage<Span>();

/** From now on work is traced; without, {@link traced} only runs it. */
export function traceWith(start: Tracer): void {
  tracer = start;
}

export function currentSpan(): Span | undefined {
  return running.getStore();
}

/** Undefined when nothing is traced. */
export function startSpan(name: string, start: SpanStart): Span | undefined {
  return tracer?.(name, {
    ...start,
    parent: start.parent === undefined ? currentSpan()?.traceparent : start.parent,
  });
}

/** Runs `work` as part of `span`. */
export function within<T>(span: Span, work: () => T): T {
  return running.run(span, work);
}

/** Runs `work` as a span of its own, which fails as it does. */
export async function traced<T>(name: string, start: SpanStart, work: () => Promise<T>): Promise<T> {
  const span = startSpan(name, start);
  if (!span) return work();
  try {
    const result = await within(span, work);
    span.end();
    return result;
  } catch (error) {
    span.end(error ?? new Error('failed without a reason'));
    throw error;
  }
}
