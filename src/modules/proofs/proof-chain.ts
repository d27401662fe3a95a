import { createHash } from 'node:crypto';
import { z } from 'zod';

export const pictureKinds = ['photo', 'signature'] as const;
export type PictureKind = (typeof pictureKinds)[number];
export const proofKinds = [...pictureKinds, 'attempt'] as const;
export type ProofKind = (typeof proofKinds)[number];

const hash = z.string().regex(/^[0-9a-f]{64}$/);

/** What an attempt told, of that which its client may know. */
export const attemptFacts = z.strictObject({
  state: z.string(),
  attemptedAt: z.iso.datetime(),
  signeeName: z.string().nullable(),
  recipientNotes: z.string().nullable(),
  location: z.strictObject({ latitude: z.number(), longitude: z.number() }).nullable(),
});
export type AttemptFacts = z.output<typeof attemptFacts>;

/** One entry of an order's chain. */
export const chainEntry = z.strictObject({
  sequence: z.int().min(1),
  kind: z.enum(proofKinds),
  recordedAt: z.iso.datetime(),
  /** Of the picture; null for an attempt. */
  sha256: hash.nullable(),
  /** Null for a picture. */
  attempt: attemptFacts.nullable(),
  previousHash: hash.nullable(),
  hash,
  /** When what it told was erased, as privacy law asks; not there in any other. */
  erasedAt: z.iso.datetime().optional(),
});
export type ChainEntry = z.output<typeof chainEntry>;

/** The entry with its hash, which covers everything else in it and the order that it belongs to. */
export function sealed(orderId: string, entry: Omit<ChainEntry, 'hash' | 'erasedAt'>): ChainEntry {
  return { ...entry, hash: hashOf(orderId, entry) };
}

function hashOf(orderId: string, entry: Omit<ChainEntry, 'hash' | 'erasedAt'>): string {
  const { sequence, kind, recordedAt, sha256, attempt, previousHash } = entry;
  const told = { orderId, sequence, kind, recordedAt, sha256, attempt, previousHash };
  return createHash('sha256').update(canonicalJson(told)).digest('hex');
}

/** JSON as RFC 8785 writes it: keys sorted, no white space, so that equal values give equal bytes anywhere. */
export function canonicalJson(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(',')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const members = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
  return `{${members.map(([key, member]) => `${JSON.stringify(key)}:${canonicalJson(member)}`).join(',')}}`;
}

/**
 * Where a chain is not as it was recorded, in words; empty for a whole one. Of an entry that was erased only its place
 * can be checked: nothing can be told by it, so nothing can be exchanged in it.
 */
export function breaksOf(orderId: string, chain: readonly ChainEntry[]): string[] {
  return chain.flatMap((entry, index) => {
    const before = chain[index - 1];
    const breaks: string[] = [];
    if (entry.sequence !== index + 1)
      breaks.push(`entry ${index + 1} says that it is number ${entry.sequence}: one is missing or moved`);
    if (entry.previousHash !== (before?.hash ?? null))
      breaks.push(`entry ${index + 1} does not follow the one before it`);
    if (entry.erasedAt !== undefined) {
      if (entry.attempt !== null)
        breaks.push(
          `entry ${index + 1} (${entry.kind}) says that it was erased, and tells something all the same`,
        );
    } else if (entry.hash !== hashOf(orderId, entry))
      breaks.push(`entry ${index + 1} (${entry.kind}) is not what was recorded`);
    return breaks;
  });
}
