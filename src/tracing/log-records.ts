import { ROOT_CONTEXT, SeverityNumber, trace, TraceFlags, type LogRecord } from '@opentelemetry/api';

interface Line {
  level: number;
  time: number;
  msg?: string;
  trace_id?: string;
  span_id?: string;
  err?: { type?: string; message?: string; stack?: string };
  [field: string]: unknown;
}

const severities: Record<number, [SeverityNumber, string]> = {
  10: [SeverityNumber.TRACE, 'TRACE'],
  20: [SeverityNumber.DEBUG, 'DEBUG'],
  30: [SeverityNumber.INFO, 'INFO'],
  40: [SeverityNumber.WARN, 'WARN'],
  50: [SeverityNumber.ERROR, 'ERROR'],
  60: [SeverityNumber.FATAL, 'FATAL'],
};

/** A line of the log as OpenTelemetry has it: exactly what was logged, and no more. */
export function logRecordOf(text: string): LogRecord {
  const { level, time, msg, trace_id: traceId, span_id: spanId, err, ...fields } = JSON.parse(text) as Line;
  const [severityNumber, severityText] = severities[level] ?? [SeverityNumber.UNSPECIFIED, String(level)];
  const isTraced = traceId !== undefined && spanId !== undefined;
  return {
    timestamp: time,
    severityNumber,
    severityText,
    body: msg,
    attributes: {
      ...fields,
      ...(err && {
        'exception.type': err.type,
        'exception.message': err.message,
        'exception.stacktrace': err.stack,
      }),
    },
    ...(isTraced && {
      context: trace.setSpanContext(ROOT_CONTEXT, { traceId, spanId, traceFlags: TraceFlags.SAMPLED }),
    }),
  };
}
