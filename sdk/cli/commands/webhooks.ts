import { randomBytes } from 'node:crypto';
import { setTimeout as delay } from 'node:timers/promises';
import type { Event, EventType } from '../../src/index.js';
import { addressOf } from '../address.js';
import { eventTypes } from '../choices.js';
import { command } from '../command.js';
import { Failure, UsageError } from '../failures.js';
import { follow } from '../following.js';
import { delayBefore, forward, isTaken, type Attempt } from '../forwarding.js';
import { show, type Shown } from '../shown.js';
import type { Terminal } from '../terminal.js';
import { eventLine } from './events.js';

/** By it receivers say that they want no more. */
const gone = 410;

const listen = command({
  name: 'webhooks listen',
  summary: 'Send events to a receiver on this machine, as webhooks',
  details: [
    'No public address is needed: events are followed here and sent on, each with the body, the headers and the signature of a real delivery. The secret is printed first; --secret keeps it the same.',
    'What is not taken is sent again, after growing pauses; the next event waits meanwhile. Ctrl-C ends it and says how to go on from there.',
  ],
  options: {
    forward: {
      type: 'string',
      short: 'F',
      value: 'URL',
      description: 'Where the receiver listens: http://localhost:4000/hook.',
    },
    type: { type: 'string', short: 't', multiple: true, choices: eventTypes, description: 'Only these.' },
    after: { type: 'string', value: 'UUID', description: 'Begin after this event.' },
    secret: {
      type: 'string',
      value: 'WHSEC',
      description: 'Sign by this secret, whsec_…, in place of a new one.',
    },
    retries: {
      type: 'string',
      value: 'N',
      least: 0,
      description: 'How often what is not taken is sent again; 5 without it.',
    },
  },
  examples: [
    ['webhooks listen --forward http://localhost:4000/hook', 'Everything'],
    ['webhooks listen -F http://localhost:4000/hook -t order.delivered -t order.failed', 'Some types'],
  ],
  isEndless: () => true,
  async run({ options, terminal, connect, signal }) {
    const target = targetOf(options.forward);
    const secret = secretOf(options.secret);
    const retries = Number(options.retries ?? 5);
    const { waybill } = await connect();
    const types = options.type as EventType[] | undefined;
    const deliver = (event: Event) => sendUntilTaken({ terminal, target, secret, retries, signal }, event);
    const onBegin = () => {
      if (terminal.isJson) terminal.json({ secret, forward: target.href }, true);
      else terminal.out(show`Secret  ${show`${secret}`.styled('bold')}`, show`To      ${target.href}`);
    };
    const query = { types, after: options.after };
    await follow(waybill, { terminal, query, onBegin, onEvent: deliver, signal });
  },
});

interface Sending {
  terminal: Terminal;
  target: URL;
  secret: string;
  retries: number;
  signal: AbortSignal;
}

/** @throws Failure when the receiver wants no more */
async function sendUntilTaken(
  { terminal, target, secret, retries, signal }: Sending,
  event: Event,
): Promise<void> {
  for (let tries = 1; ; tries += 1) {
    const attempt = await forward(target, event, secret, signal);
    if (signal.aborted) throw signal.reason;
    const isLast = isTaken(attempt) || attempt.status === gone || tries > retries;
    const wait = isLast ? undefined : delayBefore(tries, attempt.asked);
    tell(terminal, event, attempt, tries, wait);
    if (attempt.status === gone)
      throw new Failure(
        show`The receiver answered 410: it wants no more.`,
        show`Waybill would disable such an endpoint.`,
      );
    if (wait === undefined) return;
    await delay(wait, undefined, { signal });
  }
}

function tell(
  terminal: Terminal,
  event: Event,
  attempt: Attempt,
  tries: number,
  wait: number | undefined,
): void {
  const { status, error, milliseconds } = attempt;
  const retryIn = wait === undefined ? undefined : Math.round(wait / 100) / 10;
  if (terminal.isJson) {
    const { id, type } = event;
    return terminal.json(
      {
        id,
        type,
        tries,
        status: status ?? null,
        error: error ?? null,
        milliseconds,
        retryIn: retryIn ?? null,
      },
      true,
    );
  }
  if (tries === 1) terminal.out(eventLine(event, terminal.width, true));
  const rest =
    retryIn !== undefined ? show`, again in ${retryIn} s` : isTaken(attempt) ? '' : show`, given up`;
  terminal.say(show`          → ${resultText(attempt)}${rest}`);
}

function resultText(attempt: Attempt): Shown {
  const { status, error, milliseconds } = attempt;
  const text = status === undefined ? show`${error}` : show`${status} in ${milliseconds} ms`;
  return text.styled(isTaken(attempt) ? 'green' : 'red');
}

function targetOf(text: string | undefined): URL {
  if (text === undefined)
    throw new UsageError(show`Say where the receiver listens: --forward http://localhost:4000/hook.`);
  return addressOf(text, 'http');
}

function secretOf(given: string | undefined): string {
  if (given === undefined) return `whsec_${randomBytes(32).toString('base64')}`;
  if (/^whsec_[\w+/-]{16,}=*$/.test(given)) return given;
  throw new UsageError(
    show`--secret is whsec_ and Base64, as an endpoint’s; leave it away to get a new one.`,
  );
}

export const webhookCommands = [listen];
