import { z } from 'zod';
import { chainEntry, type ChainEntry } from '../proof-chain.js';

export const manifestName = 'manifest.json';

const archivedOrder = z.strictObject({
  orderId: z.uuid(),
  externalId: z.string().nullable(),
  /** The folder of its pictures. */
  folder: z.string().regex(/^[A-Za-z0-9._-]+$/),
  /** The end of the chain, as events tell it. */
  proofHash: z.string(),
  chain: z.array(chainEntry).min(1),
  /** Paths of pictures that could not be read when the archive was made. */
  missing: z.array(z.string()),
});
export type ArchivedOrder = z.output<typeof archivedOrder>;

/** What an archive of proof contains, written last. */
export const proofManifest = z.strictObject({
  format: z.literal(1),
  madeAt: z.iso.datetime(),
  orders: z.array(archivedOrder),
  /** Orders that were asked for and of which no proof was recorded. */
  ordersWithoutProof: z.int(),
});
export type ProofManifest = z.output<typeof proofManifest>;

/** The folder of an order’s pictures, which people recognise by the client’s own id. */
export function folderOf({ id, externalId }: { id: string; externalId: string | null }): string {
  const known = (externalId ?? '').replace(/[^A-Za-z0-9_-]+/g, '_').slice(0, 40);
  return known === '' ? id : `${known}.${id}`;
}

/** Where the picture of a chain's entry is in the archive; undefined for an attempt, and for one that was erased. */
export function picturePath(folder: string, { kind, sequence, erasedAt }: ChainEntry): string | undefined {
  return kind === 'attempt' || erasedAt !== undefined
    ? undefined
    : `${folder}/${String(sequence).padStart(2, '0')}-${kind}.jpg`;
}
