import { Inject, Injectable, type OnApplicationShutdown } from '@nestjs/common';
import type { Dispatcher } from 'undici';
import { OpenedOnce } from '../../../common/opened-once.js';
import { CONFIG, type Config } from '../../../config.js';
import type { ReceiverFailure } from '../../../jobs/job-failures.js';
import { webhookAttempts, webhookSeconds } from '../../../metrics/measures.js';
import { traced } from '../../../tracing/tracing.js';
import { secondsAsked } from './retry-schedule.js';

const [connectMilliseconds, answerMilliseconds] = [5_000, 15_000];
/** So much of an answer is read and kept. */
const keptBytes = 64 * 1024;

/** What came of one request. */
export interface Outcome {
  status: number | null;
  response: string | null;
  /** Null after a success. */
  error: ReceiverFailure | null;
  latencyMilliseconds: number;
  /** For how long the receiver asks to be left alone, where it does. */
  secondsAsked?: number;
}

/** Sends messages to receivers, and to nobody else: see `targetAgent`. */
@Injectable()
export class WebhookSender implements OnApplicationShutdown {
  private readonly sender = new OpenedOnce(() => this.open());

  constructor(@Inject(CONFIG) private readonly config: Config) {}

  async onApplicationShutdown(): Promise<void> {
    await (await this.sender.ifOpened())?.agent.destroy();
  }

  /**
   * Does not throw for what a receiver does or leaves undone.
   * @throws Error when `stopping` aborts
   */
  async send(
    url: string,
    headers: Record<string, string>,
    body: string,
    stopping: AbortSignal,
  ): Promise<Outcome> {
    const outcome = await traced('webhook', { kind: 'client' }, () =>
      this.post(url, headers, body, stopping),
    );
    webhookAttempts.inc({ outcome: countedAs(outcome) });
    if (outcome.status !== null) webhookSeconds.observe(outcome.latencyMilliseconds / 1_000);
    return outcome;
  }

  /** Loads what sends with the first message: a server starts sooner without. */
  private async open() {
    const { request, targetAgent } = await import('../targets/target-connector.js');
    const allowPrivate = this.config.WEBHOOK_ALLOW_PRIVATE;
    return { request, agent: targetAgent({ allowPrivate, connectMilliseconds }) };
  }

  private async post(
    url: string,
    headers: Record<string, string>,
    body: string,
    stopping: AbortSignal,
  ): Promise<Outcome> {
    const { request, agent } = await this.sender.get();
    const begun = performance.now();
    const outcome = (rest: Omit<Outcome, 'latencyMilliseconds'>): Outcome => ({
      ...rest,
      latencyMilliseconds: Math.round(performance.now() - begun),
    });
    const signal = AbortSignal.any([stopping, AbortSignal.timeout(answerMilliseconds)]);
    let status: number | null = null;
    let kept: KeptBody | undefined;
    try {
      const answer = await request(url, { method: 'POST', headers, body, signal, dispatcher: agent });
      status = answer.statusCode;
      kept = new KeptBody(answer.headers['content-encoding']);
      await kept.read(answer.body);
      return outcome({
        status,
        response: kept.text,
        error: errorOfStatus(status),
        secondsAsked: secondsAsked(answer.headers['retry-after']),
      });
    } catch (error) {
      if (stopping.aborted) throw error;
      return outcome({ status, response: kept?.text ?? null, error: errorOf(error) });
    }
  }
}

/** The beginning of an answer, as far as it came. */
class KeptBody {
  private readonly pieces: Buffer[] = [];
  private size = 0;

  constructor(private readonly encoding: string | string[] | undefined) {}

  /** The rest is not read: the connection ends with it. */
  async read(body: Dispatcher.ResponseData['body']): Promise<void> {
    for await (const piece of body as AsyncIterable<Buffer>) {
      this.pieces.push(piece.subarray(0, keptBytes - this.size));
      this.size += piece.length;
      if (this.size >= keptBytes) break;
    }
  }

  get text(): string {
    const encoding = String(this.encoding ?? 'identity').slice(0, 100);
    if (encoding !== 'identity' && this.size > 0) return `(${this.size} bytes, compressed by ${encoding})`;
    // PostgreSQL takes no NUL in a text.
    return new TextDecoder().decode(Buffer.concat(this.pieces)).replaceAll('\u0000', '\ufffd');
  }
}

function countedAs({ error }: Outcome): 'succeeded' | 'refused' | 'failed' {
  if (error === null) return 'succeeded';
  return error === 'target_refused' ? 'refused' : 'failed';
}

function errorOfStatus(status: number): ReceiverFailure | null {
  if (status >= 200 && status < 300) return null;
  return status >= 300 && status < 400 ? 'redirected' : 'refused_by_receiver';
}

function errorOf(error: unknown): ReceiverFailure {
  const { name, code = '', syscall = '' } = error as { name?: string; code?: string; syscall?: string };
  if (code === 'target_refused') return 'target_refused';
  // Of c-ares, and of the system where private names may be meant.
  if (/^(query|getaddrinfo)/.test(syscall)) return 'name_not_found';
  if (name === 'TimeoutError' || /TIMEOUT|TIMEDOUT/.test(code)) return 'timeout';
  if (code === 'ECONNREFUSED') return 'connection_refused';
  return isTlsFault(code) ? 'tls_failed' : 'connection_failed';
}

/** By the names that OpenSSL and Node.js give to what is wrong with a chain of certificates, or with the handshake. */
function isTlsFault(code: string): boolean {
  return /CERT|CHAIN|SIGN|CRL|INVALID_(CA|PURPOSE)|PATH_LENGTH|HOSTNAME|ALTNAME|SSL|TLS|EPROTO/.test(code);
}
