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
const bodyOf = (event: Event) =>
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
  within = answerMilliseconds,
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
  const milliseconds = () => Math.round(performance.now() - begun);
  // Node 20 may forget the signals of AbortSignal.timeout() before they abort.
  const late = new AbortController();
  const timer = setTimeout(() => late.abort(), within);
  const answered = new Promise<Attempt>((resolve) => {
    const fail = (fault: Fault) => {
      const error = late.signal.aborted ? `no answer within ${within / 1000} s` : reasonOf(fault);
      resolve({ error, milliseconds: milliseconds(), asked: 0 });
    };
    const send = target.protocol === 'https:' ? httpsRequest : httpRequest;
    const ended = AbortSignal.any([signal, late.signal]);
    const asking = send(target, { method: 'POST', headers, signal: ended }, (answer) => {
      const { statusCode: status } = answer;
      const asked = Math.min(secondsAsked(answer.headers['retry-after']), longestAsked);
      let size = 0;
      answer.on('data', (piece: Buffer) => {
        size += piece.length;
        if (size > readBytes) answer.destroy();
      });
      answer.once('error', fail);
      answer.once('close', () => resolve({ status, milliseconds: milliseconds(), asked }));
    });
    asking.once('error', fail);
    asking.end(body);
  });
  return answered.finally(() => clearTimeout(timer));
}

/** A `Retry-After` in seconds, whether it is sent as such or as a date. */
function secondsAsked(retryAfter = ''): number {
  if (/^\d+$/.test(retryAfter)) return Number(retryAfter);
  return Math.max(0, (Date.parse(retryAfter) - Date.now()) / 1_000) || 0;
}

type Fault = Error & { code?: string };

function reasonOf({ code = '', message }: Fault): string {
  const reasons: Record<string, string> = {
    ECONNREFUSED: 'nothing listens there',
    ENOTFOUND: 'the name does not resolve',
    ECONNRESET: 'the connection broke off',
  };
  if (code.startsWith('HPE_')) return 'what it answers is no HTTP';
  return reasons[code] ?? (code || message);
}

/** Milliseconds before another try: twice as long each time, at least what the receiver asks for, never all at once. */
export function delayBefore(retry: number, asked: number): number {
  const backoff = Math.min(30_000, 1_000 * 2 ** (retry - 1));
  return Math.max(backoff, asked * 1_000) * (1 + 0.2 * Math.random());
}
