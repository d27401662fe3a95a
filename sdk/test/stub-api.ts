import { createServer, type IncomingHttpHeaders, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface SeenRequest {
  method: string;
  url: string;
  headers: IncomingHttpHeaders;
  body: string;
}

export interface Answer {
  status?: number;
  headers?: Record<string, string>;
  /** Sent as JSON unless it is text. */
  body?: unknown;
}

/** What becomes of a request: an answer, a broken connection, none at all, or whatever a test writes itself. */
export type Reaction = Answer | 'hang up' | 'never answer' | ((response: ServerResponse) => void);

/** A real HTTP server that answers what a test tells it to, and remembers what it was asked. */
export class StubApi {
  readonly seen: SeenRequest[] = [];
  private readonly waiting: Reaction[] = [];
  private react: (request: SeenRequest) => Reaction = () => ({ body: {} });
  private readonly server = createServer((request, response) => void this.handle(request, response));

  async start(): Promise<string> {
    await new Promise<void>((resolve) => this.server.listen(0, '127.0.0.1', resolve));
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}`;
  }

  async stop(): Promise<void> {
    this.server.closeAllConnections();
    await new Promise((resolve) => this.server.close(resolve));
  }

  /** Answers the next requests in this order; the last one goes for all that follow. */
  answer(...reactions: Reaction[]): void {
    this.reset();
    this.waiting.push(...reactions.slice(0, -1));
    this.react = () => reactions.at(-1) ?? {};
  }

  /** Answers by what is asked. */
  answerWith(react: (request: SeenRequest) => Reaction): void {
    this.reset();
    this.react = react;
  }

  private reset(): void {
    this.seen.length = 0;
    this.waiting.length = 0;
  }

  private async handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const seen = {
      method: request.method ?? '',
      url: request.url ?? '',
      headers: request.headers,
      body: Buffer.concat(chunks).toString(),
    };
    this.seen.push(seen);
    const reaction = this.waiting.shift() ?? this.react(seen);
    if (reaction === 'never answer') return;
    if (reaction === 'hang up') {
      request.socket.destroy();
      return;
    }
    if (typeof reaction === 'function') return reaction(response);
    const { status = 200, headers = {}, body } = reaction;
    const text = body === undefined || typeof body === 'string' ? (body ?? '') : JSON.stringify(body);
    response.writeHead(status, { 'content-type': 'application/json', ...headers });
    response.end(text);
  }
}

/** A problem as the API answers it. */
export function problemAnswer(
  status: number,
  code: string,
  more: { headers?: Record<string, string>; errors?: unknown } = {},
): Answer {
  return {
    status,
    headers: { 'content-type': 'application/problem+json', ...more.headers },
    body: {
      type: 'about:blank',
      title: code,
      status,
      code,
      detail: `Detail of ${code}.`,
      requestId: 'req-1',
      errors: more.errors,
    },
  };
}

export const emptyPage: Answer = { body: { items: [], nextCursor: null } };
