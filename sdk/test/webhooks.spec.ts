import { Webhook } from 'standardwebhooks';
import { ArgumentError, Waybill, webhooks, WebhookError } from '../src/index.js';

const secret = `whsec_${Buffer.from('a secret of thirty-two characters').toString('base64')}`;
const other = `whsec_${Buffer.from('another of thirty-two characters!').toString('base64')}`;
const body = JSON.stringify({ type: 'order.created', timestamp: '2026-11-28T12:00:00Z', data: { id: 'ü' } });

describe('webhooks of the SDK', () => {
  /** As the reference library signs. */
  const signed = (by = secret, at = new Date(), id = 'msg_1') => ({
    'Webhook-Id': id,
    'webhook-timestamp': String(Math.floor(at.getTime() / 1000)),
    'webhook-signature': new Webhook(by).sign(id, at, body),
  });
  const minutesAgo = (minutes: number) => new Date(Date.now() - minutes * 60_000);
  const why = async (work: Promise<unknown>) =>
    work.then(
      () => 'taken',
      (error: unknown) => (error instanceof WebhookError ? error.detail : error),
    );

  it('are taken as the reference library signs them, from text or bytes', async () => {
    for (const as of [body, Buffer.from(body)])
      await expect(webhooks.verify(as, signed(), secret)).resolves.toEqual(JSON.parse(body));
    const waybill = new Waybill({ baseUrl: 'http://127.0.0.1:1' });
    await expect(waybill.webhooks.verify(body, new Headers(signed()), secret)).resolves.toEqual(
      JSON.parse(body),
    );
  });

  it('are signed as the reference library takes them', async () => {
    expect(new Webhook(secret).verify(body, await webhooks.sign(body, secret))).toEqual(JSON.parse(body));
    const at = new Date('2026-11-28T12:00:00.900Z');
    const headers = await webhooks.sign(body, secret, { id: 'msg_1', at });
    expect(headers['webhook-timestamp']).toBe('1795867200');
    expect(headers['webhook-signature']).toBe(new Webhook(secret).sign('msg_1', at, body));
  });

  it('are taken by one of several signatures, and one of several secrets', async () => {
    const two = signed();
    two['webhook-signature'] =
      `v1a,x v1,?? ${signed(other)['webhook-signature']} ${two['webhook-signature']}`;
    expect(await why(webhooks.verify(body, two, secret))).toBe('taken');
    expect(await why(webhooks.verify(body, signed(), [other, secret]))).toBe('taken');
  });

  it('are refused when body, id, time or secret are others', async () => {
    const mismatch = 'Its webhook-signature was not made with this secret and body.';
    expect(await why(webhooks.verify(`${body} `, signed(), secret))).toBe(mismatch);
    expect(await why(webhooks.verify(body, { ...signed(), 'Webhook-Id': 'msg_2' }, secret))).toBe(mismatch);
    expect(await why(webhooks.verify(body, signed(other), secret))).toBe(mismatch);
    const later = { ...signed(), 'webhook-timestamp': signed(secret, minutesAgo(1))['webhook-timestamp'] };
    expect(await why(webhooks.verify(body, later, secret))).toBe(mismatch);
  });

  it('are refused when they are old, from the future, or say no time', async () => {
    const late = 'Its webhook-timestamp is more than 300 seconds from the time here.';
    for (const minutes of [6, -6])
      expect(await why(webhooks.verify(body, signed(secret, minutesAgo(minutes)), secret))).toBe(late);
    expect(await why(webhooks.verify(body, { ...signed(), 'webhook-timestamp': 'now' }, secret))).toBe(late);
    const patient = { toleranceSeconds: 600 };
    expect(await why(webhooks.verify(body, signed(secret, minutesAgo(6)), secret, patient))).toBe('taken');
  });

  it('are refused without their headers', async () => {
    for (const name of ['Webhook-Id', 'webhook-timestamp', 'webhook-signature'])
      expect(await why(webhooks.verify(body, { ...signed(), [name]: undefined }, secret))).toMatch(/has no/);
  });

  it('say what is wrong with what they are given', async () => {
    const parsed = JSON.parse(body) as string;
    await expect(webhooks.verify(parsed, signed(), secret)).rejects.toThrow(ArgumentError);
    for (const none of ['', 'whsec_', 'whsec_?', undefined as unknown as string, []])
      await expect(webhooks.verify(body, signed(), none)).rejects.toThrow('The secret is not one');
    const noHeaders = webhooks.verify(body, undefined as unknown as Headers, secret);
    await expect(noHeaders).rejects.toThrow('Give the headers');
    await expect(webhooks.verify(body, {}, secret)).rejects.toThrow(/^webhook_invalid: /);
  });
});
