import { createServer, type IncomingHttpHeaders, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { eventually } from './eventually.js';
import { webhookFaults } from './webhook-check.js';

export interface Received {
  headers: IncomingHttpHeaders;
  body: string;
  /** The body, read. */
  message: { type: string; timestamp: string; data: Record<string, unknown> };
}

export interface Receiver {
  url: string;
  received: Received[];
  /** What it answers; 204 unless it is told something else. */
  answer: (response: ServerResponse, received: Received) => void;
  /** Waits for the n-th message, of a type where one is named. */
  message(n: number, type?: string): Promise<Received>;
  /** Fails when a message was not as the document describes those of its type. */
  close(): Promise<void>;
}

/** A server that keeps the webhooks it is sent. */
export async function startReceiver(): Promise<Receiver> {
  const received: Received[] = [];
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const body = Buffer.concat(chunks).toString();
      const one = { headers: request.headers, body, message: JSON.parse(body) as Received['message'] };
      received.push(one);
      receiver.answer(response, one);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const receiver: Receiver = {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/hook`,
    received,
    answer: (response) => void response.writeHead(204).end(),
    message: (n, type) =>
      eventually(() => received.filter(({ message }) => !type || message.type === type)[n - 1]),
    close: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
      for (const { message, body } of received)
        for (const fault of webhookFaults(message, message.type))
          throw new Error(`${fault.instancePath} ${fault.message}: ${body}`);
    },
  };
  return receiver;
}
