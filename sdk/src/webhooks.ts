import { WaybillError } from './errors.js';
import type { WebhookEvent } from './generated/models/WebhookEvent.js';
import { wrong } from './transport/argument.js';

/** A request that is not one of Waybill's, or an old one sent again: answer 400, and do nothing of what it says. */
export class WebhookError extends WaybillError<'webhook_invalid'> {
  override name = 'WebhookError' as const;
}

/** As a `Request` or Node has them. */
export type WebhookHeaders = Headers | Readonly<Record<string, string | readonly string[] | undefined>>;

const toleranceSeconds = 300;

/** Webhooks as receivers see them: by Standard Webhooks 1.0. */
export const webhooks = {
  /**
   * Answers the message of a request, once it is sure that Waybill sent it.
   * @param body the body as it came, not parsed
   * @param secret of the endpoint; several while they are exchanged
   * @param options.toleranceSeconds how far the sender's clock may be from here; 300 by default
   * @throws WebhookError, and ArgumentError where body or secret are none
   */
  async verify(
    body: string | Uint8Array,
    headers: WebhookHeaders,
    secret: string | readonly string[],
    options: { toleranceSeconds?: number } = {},
  ): Promise<WebhookEvent> {
    const [id, timestamp, signatures] = ['id', 'timestamp', 'signature'].map((name) =>
      headerOf(headers, `webhook-${name}`),
    );
    if (!id || !timestamp || !signatures)
      throw refused('The request has no webhook-id, webhook-timestamp and webhook-signature.');
    const tolerance = options.toleranceSeconds ?? toleranceSeconds;
    if (!(Math.abs(Date.now() / 1000 - Number(timestamp)) <= tolerance))
      throw refused(`Its webhook-timestamp is more than ${tolerance} seconds from the time here.`);
    const signed = signedBytes(id, timestamp, body);
    const secrets = [secret].flat();
    for (const one of secrets.length > 0 ? secrets : [undefined]) {
      const key = await keyOf(one, 'verify');
      for (const signature of signatures.split(' ')) {
        const bytes = signature.startsWith('v1,') && bytesOf(signature.slice(3));
        if (bytes && (await crypto.subtle.verify('HMAC', key, bytes, signed)))
          return JSON.parse(textOf(body)) as WebhookEvent;
      }
    }
    throw refused('Its webhook-signature was not made with this secret and body.');
  },

  /** The headers that Waybill would send with this body: for tests of your receiver. */
  async sign(
    body: string | Uint8Array,
    secret: string,
    { id = `msg_${crypto.randomUUID()}`, at = new Date() }: { id?: string; at?: Date } = {},
  ): Promise<Record<'webhook-id' | 'webhook-timestamp' | 'webhook-signature', string>> {
    const timestamp = String(Math.floor(at.getTime() / 1000));
    const key = await keyOf(secret, 'sign');
    const signature = await crypto.subtle.sign('HMAC', key, signedBytes(id, timestamp, body));
    const base64 = btoa(String.fromCharCode(...new Uint8Array(signature)));
    return { 'webhook-id': id, 'webhook-timestamp': timestamp, 'webhook-signature': `v1,${base64}` };
  },
};

function refused(detail: string): WebhookError {
  return new WebhookError({ status: 0, code: 'webhook_invalid', detail });
}

function headerOf(headers: WebhookHeaders, name: string): string | null | undefined {
  if (!headers) throw wrong('Give the headers of the request as they came.');
  if (headers instanceof Headers) return headers.get(name);
  const [, value] = Object.entries(headers).find(([key]) => key.toLowerCase() === name) ?? [];
  return typeof value === 'string' ? value : value?.[0];
}

function textOf(body: string | Uint8Array): string {
  return typeof body === 'string' ? body : new TextDecoder().decode(body);
}

function signedBytes(id: string, timestamp: string, body: string | Uint8Array): Uint8Array<ArrayBuffer> {
  if (typeof body !== 'string' && !(body instanceof Uint8Array))
    throw wrong('Give the body as it came: a text or bytes, not what it was parsed to.');
  return new TextEncoder().encode(`${id}.${timestamp}.${textOf(body)}`);
}

async function keyOf(
  secret: string | undefined,
  use: 'sign' | 'verify',
): ReturnType<typeof crypto.subtle.importKey> {
  const bytes = bytesOf(String(secret ?? '').replace(/^whsec_/, ''));
  if (!bytes?.length) throw wrong('The secret is not one of a webhook endpoint: `whsec_…`.');
  return crypto.subtle.importKey('raw', bytes, { name: 'HMAC', hash: 'SHA-256' }, false, [use]);
}

/** Undefined when it is no Base64. */
function bytesOf(base64: string): Uint8Array<ArrayBuffer> | undefined {
  try {
    return Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
  } catch {
    return undefined;
  }
}
