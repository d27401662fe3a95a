import { once } from 'node:events';
import { createServer } from 'node:http';
import { json } from 'node:stream/consumers';
import type { AddressInfo } from 'node:net';

interface Attribute {
  key: string;
  value: { stringValue?: string; intValue?: number | string };
}

/** A span as OTLP/JSON has it. */
export interface ReceivedSpan {
  traceId: string;
  spanId: string;
  parentSpanId?: string;
  name: string;
  kind: number;
  attributes: Attribute[];
  status: { code?: number };
}

export interface ReceivedLog {
  traceId?: string;
  spanId?: string;
  severityText: string;
  body: { stringValue: string };
  attributes: Attribute[];
}

interface Export {
  resourceSpans?: { resource: { attributes: Attribute[] }; scopeSpans: { spans: ReceivedSpan[] }[] }[];
  resourceLogs?: { scopeLogs: { logRecords: ReceivedLog[] }[] }[];
}

export interface OtlpReceiver {
  url: string;
  spans: ReceivedSpan[];
  logs: ReceivedLog[];
  /** All that came, as it came. */
  texts: string[];
  close(): void;
}

/** What an OpenTelemetry collector is to the server: takes traces and logs by OTLP over HTTP. */
export async function openOtlpReceiver(): Promise<OtlpReceiver> {
  const received = { spans: [] as ReceivedSpan[], logs: [] as ReceivedLog[], texts: [] as string[] };
  const server = createServer((request, response) => {
    void json(request).then((body) => {
      const { resourceSpans = [], resourceLogs = [] } = body as Export;
      received.texts.push(JSON.stringify(body));
      received.spans.push(
        ...resourceSpans.flatMap(({ scopeSpans }) => scopeSpans.flatMap(({ spans }) => spans)),
      );
      received.logs.push(
        ...resourceLogs.flatMap(({ scopeLogs }) => scopeLogs.flatMap(({ logRecords }) => logRecords)),
      );
      response.setHeader('content-type', 'application/json').end('{}');
    });
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  return { ...received, url: `http://127.0.0.1:${port}`, close: () => server.close() };
}

/** A value among attributes, as text. */
export function attributeOf({ attributes }: { attributes: Attribute[] }, name: string): string | undefined {
  const value = attributes.find(({ key }) => key === name)?.value;
  return value && String(value.stringValue ?? value.intValue);
}
