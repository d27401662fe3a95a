import { request as httpRequest } from 'node:http';
import { request as httpsRequest } from 'node:https';
import { webhooks, type Event } from '../src/index.js';

const answerMilliseconds = 15_000;
/** As much of an answer is waited for as Waybill itself reads. */
const readBytes = 64 * 1024;
/** Seconds a receiver may ask to be left alone. */
const longestAsked = 60;

/** What came of one request: a status, or why there is none. */
export interface Attempt {
  status?: number;
  error?: string;
  milliseconds: number;
  /** Seconds the receiver asks to be left alone. */
  asked: number;
}

export const isTaken = ({ status = 0 }: Attempt) => status >= 200 && status < 300;

/** The body that Waybill sends to webhook endpoints with this event. */
export const bodyOf = (event: Event) =>
  JSON.stringify({ type: event.type, timestamp: event.createdAt, data: event });

/**
 * Sends an event once, with the headers that Waybill sends to webhook endpoints. Its id is the event’s, so that a
 * receiver knows what comes again. Does not throw for what the receiver does or leaves undone.
 */
export async function forward(
  target: URL,
  event: Event,
  secret: string,
  signal: AbortSignal,
): Promise<Attempt> {
  const body = bodyOf(event);
  const headers = {
    'content-type': 'application/json',
    'accept-encoding': 'identity',
    'user-agent': 'Waybill-Webhooks/1',
    ...(await webhooks.sign(body, secret, { id: event.id })),
    'content-length': Buffer.byteLength(body),
  };
  const begun = performance.now();
  const ended = AbortSignal.any([signal, AbortSignal.timeout(answerMilliseconds)]);
  const attempt = (rest: Pick<Attempt, 'status' | 'error'>, asked = 0): Attempt => ({
    ...rest,
    milliseconds: Math.round(performance.now() - begun),
    asked: Math.min(asked, longestAsked),
  });
  return new Promise((resolve) => {
    const send = target.protocol === 'https:' ? httpsRequest : httpRequest;
    const asking = send(target, { method: 'POST', headers, signal: ended }, (answer) => {
      const { statusCode: status } = answer;
      const asked = Number(answer.headers['retry-after']) || 0;
      let size = 0;
      answer.on('data', (piece: Buffer) => {
        size += piece.length;
        if (size > readBytes) answer.destroy();
      });
      answer.once('close', () => resolve(attempt({ status }, asked)));
    });
    asking.once('error', (error) => resolve(attempt({ error: reasonOf(error) })));
    asking.end(body);
  });
}

function reasonOf({ name, code, message }: Error & { code?: string }): string {
  if (name === 'TimeoutError') return `no answer within ${answerMilliseconds / 1000} s`;
  const reasons: Record<string, string> = {
    ECONNREFUSED: 'nothing listens there',
    ENOTFOUND: 'the name does not resolve',
    ECONNRESET: 'the connection broke off',
  };
  return reasons[code ?? ''] ?? code ?? message;
}

/** Milliseconds before another try: twice as long each time, at least what the receiver asks for, never all at once. */
export function delayBefore(retry: number, asked: number, random = Math.random()): number {
  const backoff = Math.min(30_000, 1_000 * 2 ** (retry - 1));
  return Math.max(backoff, asked * 1_000) * (1 + 0.2 * random);
}
