import { createHmac, timingSafeEqual } from 'node:crypto';

/** Whether these very bytes were signed with the app's secret. The time it takes tells nothing of the right signature. */
export function isSigned(body: Buffer, signature: string, secret: string): boolean {
  const expected = createHmac('sha256', secret).update(body).digest();
  // Other spellings of the same bytes are none that Shopify sends.
  const given = Buffer.from(signature, 'base64');
  if (given.length !== expected.length || given.toString('base64') !== signature) return false;
  return timingSafeEqual(given, expected);
}
