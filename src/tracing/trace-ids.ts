import { createHash } from 'node:crypto';
import { validate } from 'uuid';

const none = '0'.repeat(32);

/** The trace of a request that no other trace caused: its id where that is a UUID, so that one is found by the other. */
export function traceIdOf(requestId: string): string {
  const bits = validate(requestId) ? requestId.replaceAll('-', '').toLowerCase() : none;
  return bits === none ? createHash('sha256').update(requestId).digest('hex').slice(0, 32) : bits;
}
