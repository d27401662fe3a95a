import { ROOT_CONTEXT, SpanKind, SpanStatusCode, trace, TraceFlags, type Context } from '@opentelemetry/api';
import { parseTraceParent } from '@opentelemetry/core';
import { OTLPLogExporter } from '@opentelemetry/exporter-logs-otlp-http';
import { OTLPTraceExporter } from '@opentelemetry/exporter-trace-otlp-http';
import {
  defaultResource,
  detectResources,
  envDetector,
  resourceFromAttributes,
} from '@opentelemetry/resources';
import { BatchLogRecordProcessor, LoggerProvider } from '@opentelemetry/sdk-logs';
import {
  BatchSpanProcessor,
  ParentBasedSampler,
  RandomIdGenerator,
  TraceIdRatioBasedSampler,
  TracerProvider,
} from '@opentelemetry/sdk-trace';
import { randomUUID } from 'node:crypto';
import { alsoLogTo } from '../common/logging/log-output.js';
import { logRecordOf } from './log-records.js';
import { traceIdOf } from './trace-ids.js';
import { traceWith, type Span, type SpanStart } from './tracing.js';

const kinds = {
  server: SpanKind.SERVER,
  consumer: SpanKind.CONSUMER,
  client: SpanKind.CLIENT,
  internal: SpanKind.INTERNAL,
};

/**
 * Sends traces and logs by OTLP over HTTP, as the standard `OTEL_EXPORTER_OTLP_*` variables say. Loaded only when it
 * is asked for.
 * @param share of the traces that nobody else began
 * @returns sends what is left, and ends
 */
export function startOpenTelemetry(share: number): () => Promise<void> {
  const resource = defaultResource()
    .merge(resourceFromAttributes({ 'service.name': 'waybill', 'service.instance.id': randomUUID() }))
    .merge(detectResources({ detectors: [envDetector] }));
  const ids = new RequestIdGenerator();
  const traces = new TracerProvider({
    resource,
    idGenerator: ids,
    sampler: new ParentBasedSampler({ root: new TraceIdRatioBasedSampler(share) }),
    spanProcessors: [new BatchSpanProcessor({ exporter: new OTLPTraceExporter() })],
  });
  const logs = new LoggerProvider({
    resource,
    processors: [new BatchLogRecordProcessor({ exporter: new OTLPLogExporter() })],
  });
  const [tracer, logger] = [traces.getTracer('waybill'), logs.getLogger('waybill')];
  traceWith((name, { kind, attributes, ...cause }) =>
    ids.inTrace(cause.requestId, () =>
      wrapped(tracer.startSpan(name, { kind: kinds[kind], attributes }, contextOf(cause))),
    ),
  );
  alsoLogTo((line) => logger.emit(logRecordOf(line)));
  return async () => void (await Promise.allSettled([traces.shutdown(), logs.shutdown()]));
}

function contextOf({ parent }: Pick<SpanStart, 'parent'>): Context {
  const cause = parent ? parseTraceParent(parent) : null;
  return cause ? trace.setSpanContext(ROOT_CONTEXT, { ...cause, isRemote: true }) : ROOT_CONTEXT;
}

function wrapped(span: ReturnType<ReturnType<TracerProvider['getTracer']>['startSpan']>): Span {
  const { traceId, spanId, traceFlags } = span.spanContext();
  return {
    traceId,
    spanId,
    traceparent: `00-${traceId}-${spanId}-${traceFlags & TraceFlags.SAMPLED ? '01' : '00'}`,
    set: (attributes) => void span.setAttributes(attributes),
    end: (error) => {
      if (error !== undefined) {
        span.setAttribute('error.type', typeOf(error));
        span.setStatus({ code: SpanStatusCode.ERROR });
      }
      span.end();
    },
  };
}

/** Not its message, which may quote what people wrote. */
function typeOf(error: unknown): string {
  const { code, name } = error as { code?: unknown; name?: unknown };
  const known = [code, name].find((text): text is string => typeof text === 'string');
  return known ?? 'unknown';
}

/** Traces that a request begins have an id made from the request's own. */
class RequestIdGenerator extends RandomIdGenerator {
  private requestId?: string;

  override generateTraceId(): string {
    return this.requestId ? traceIdOf(this.requestId) : super.generateTraceId();
  }

  inTrace<T>(requestId: string | undefined, start: () => T): T {
    this.requestId = requestId;
    try {
      return start();
    } finally {
      this.requestId = undefined;
    }
  }
}
