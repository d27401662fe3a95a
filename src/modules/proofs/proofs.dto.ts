import { z } from 'zod';
import { described } from '../../common/schemas/described.js';
import { timestamp, uuid } from '../../common/schemas/schemas.js';
import { toTimestamp } from '../../common/timestamps.js';
import { attemptLocation, attemptTexts, location, type OrderDto } from '../orders/orders.dto.js';
import { requirableProof, type RequirableProof } from '../organizations/required-proof.dto.js';
import type { FileLinks } from './file-links.js';
import {
  pictureKinds,
  proofKinds,
  type ChainEntry,
  type PictureKind,
  type ProofKind,
} from './proof-chain.js';
import type { ProofRow } from './proofs.queries.js';

const pictureMeanings: Record<PictureKind, string> = {
  photo: 'A photo of the packages, the door, or whatever shows the delivery.',
  signature: 'The signature of who took the packages; of several the last one counts.',
};

const kindMeanings: Record<ProofKind, string> = {
  ...pictureMeanings,
  attempt: 'How a visit ended.',
};

export const pictureKind = described('What a picture shows:', pictureMeanings, { values: pictureKinds });

/** The text fields of an upload. */
export const proofOptions = z.strictObject({ kind: pictureKind });

export const proofForm = {
  file: 'The picture: JPEG, PNG or WebP by its content, up to 10 MiB and 50 million pixels.',
  fields: {
    kind: {
      description: pictureKind.description!,
      enum: pictureKind.options,
      'x-enum-descriptions': pictureKind.meta()!['x-enum-descriptions'],
      required: true,
    },
  },
};

const hash = (description: string) =>
  z
    .string()
    .meta({ description, example: '9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08' });

const proofFile = z
  .object({
    url: z.string().meta({
      description: 'Where to get the picture, a JPEG, without signing in, until it expires.',
      format: 'uri',
    }),
    thumbnailUrl: z.string().meta({
      description: 'Where to get it no larger than 320 pixels, likewise.',
      format: 'uri',
    }),
    expiresAt: timestamp.describe('Until when both work; ask again for new ones.'),
    id: uuid.describe('Id of the proof.'),
    recordedAt: timestamp.describe('When it was uploaded.'),
    sha256: hash('SHA-256 of the file behind `url`, in hexadecimal.'),
    size: z.int().describe('Its size in bytes.'),
    width: z.int().describe('Its width in pixels.'),
    height: z.int().describe('Its height in pixels.'),
  })
  .meta({ id: 'ProofFile', description: 'A photo or a signature.' });
type ProofFile = z.output<typeof proofFile>;

const attemptDto = z
  .object({
    state: z.string().meta({ description: 'How it ended.', example: 'delivered_to_recipient' }),
    attemptedAt: timestamp.describe('When the driver was there.'),
    signeeName: z.string().nullable().describe('Who took the packages or signed for them; null if not told.'),
    recipientNotes: z.string().nullable().describe('The driver’s notes for the recipient; null for none.'),
    location: location.nullable().describe('Where the driver was; null if not told.'),
  })
  .meta({ id: 'ProofAttempt', description: 'What an attempt told.' });

const proofKind = described('What an entry of a chain of proof is about:', kindMeanings, {
  values: proofKinds,
}).meta({ id: 'ProofKind' });

const proofEntry = z
  .object({
    sequence: z.int().describe('Its place in the chain, from 1.'),
    kind: proofKind.describe('What it is about.'),
    recordedAt: timestamp.describe('When it was recorded.'),
    sha256: hash('SHA-256 of the picture; null for an attempt.').nullable(),
    attempt: attemptDto
      .nullable()
      .describe('What the attempt told; null for a picture, and where it was erased.'),
    previousHash: hash('`hash` of the entry before; null for the first.').nullable(),
    hash: hash(
      'SHA-256 of the JSON (RFC 8785) of all of the above in one object, with `orderId` besides. A changed, removed or exchanged entry breaks it.',
    ),
    erasedAt: timestamp
      .optional()
      .describe(
        'When the entry’s content was erased, as privacy law asks; not there in any other. Its hash stays, so that the chain can still be followed, but can be made from nothing any more.',
      ),
  })
  .meta({ id: 'ProofEntry', description: 'One entry of an order’s chain of proof.' });

export const proofOfDelivery = z
  .object({
    ...attemptTexts,
    location: attemptLocation,
    photos: z.array(proofFile).describe('The photos of this visit, oldest first.'),
    signature: proofFile.nullable().describe('The signature of this visit; null for none.'),
    requiredProof: z
      .array(requirableProof)
      .describe('What an attempt that ends in `delivered_…` must leave behind here.'),
    proofHash: hash(
      '`hash` of the last entry of `chain`, as events tell it too; null before the first.',
    ).nullable(),
    chain: z
      .array(proofEntry)
      .describe('Everything that was recorded of the order, earlier visits included, oldest first.'),
  })
  .meta({ id: 'ProofOfDelivery', description: 'What shows how the last attempt at an order ended.' });
export type ProofOfDelivery = z.output<typeof proofOfDelivery>;

/** An order’s proof as it is stored. */
export interface StoredProof {
  order: Pick<OrderDto, 'id' | 'route' | 'delivery'>;
  rows: readonly ProofRow[];
}

export function toProofOfDelivery(
  proof: StoredProof,
  requiredProof: RequirableProof[],
  links: FileLinks,
): ProofOfDelivery {
  const { state, attemptedAt, signeeName, recipientNotes, location } = proof.order.delivery ?? unattempted;
  const { photos, signature } = picturesOf(proof);
  const chain = proof.rows.map(toEntry);
  return {
    state,
    attemptedAt,
    signeeName,
    recipientNotes,
    location,
    photos: photos.map((row) => toFile(row, links)),
    signature: signature ? toFile(signature, links) : null,
    requiredProof,
    proofHash: chain.at(-1)?.hash ?? null,
    chain,
  };
}

const unattempted = {
  state: 'unattempted',
  attemptedAt: null,
  signeeName: null,
  recipientNotes: null,
  location: null,
} as const;

/** A stored picture, whose row has all of these. */
export type PictureRow = ProofRow & { sha256: string; size: number; width: number; height: number };

const isPicture = (row: ProofRow): row is PictureRow => row.kind !== 'attempt' && row.erasedAt === null;

/** The pictures of the order's present visit. */
export function picturesOf({ order, rows }: StoredProof): {
  photos: PictureRow[];
  signature: PictureRow | undefined;
} {
  const shown = rows.filter(isPicture).filter(({ routeId }) => routeId === order.route?.id);
  return {
    photos: shown.filter(({ kind }) => kind === 'photo'),
    signature: shown.findLast(({ kind }) => kind === 'signature'),
  };
}

export function toEntry({
  sequence,
  kind,
  recordedAt,
  sha256,
  attempt,
  previousHash,
  hash,
  erasedAt,
}: ProofRow): ChainEntry {
  const entry = { sequence, kind, recordedAt: toTimestamp(recordedAt), sha256, attempt, previousHash, hash };
  return erasedAt === null ? entry : { ...entry, erasedAt: toTimestamp(erasedAt) };
}

function toFile({ id, recordedAt, sha256, size, width, height }: PictureRow, links: FileLinks): ProofFile {
  const { url, thumbnailUrl, expiresAt } = links.urlsOf(id);
  return {
    url,
    thumbnailUrl,
    expiresAt: expiresAt.toISOString(),
    id,
    recordedAt: toTimestamp(recordedAt),
    sha256,
    size,
    width,
    height,
  };
}
