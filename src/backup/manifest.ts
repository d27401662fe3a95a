import { z } from 'zod';

const sha256 = z.string().regex(/^[0-9a-f]{64}$/);
const size = z.int().min(0);

/** Lists what a backup contains, so that it is verified before anything is restored. Written last. */
export const manifest = z.object({
  format: z.literal(1),
  madeAt: z.iso.datetime(),
  /** The migrations that the database had run, in order. */
  migrations: z.array(z.string().regex(/^Migration\w+$/)).min(1),
  /** Each table comes after those it refers to. Its rows are `tables/<name>`, in COPY's text format. */
  tables: z.array(z.object({ name: z.string(), columns: z.array(z.string()), rows: size, size, sha256 })),
  files: z.discriminatedUnion('kept', [
    /** Each is `files/<key>`. */
    z.object({ kept: z.literal('here'), list: z.array(z.object({ key: z.string(), size, sha256 })) }),
    /** Not copied. */
    z.object({ kept: z.literal('in the bucket'), bucket: z.string() }),
  ]),
  /** `jwt-secret`; null when it is set by the environment. */
  secret: z.object({ size, sha256 }).nullable(),
});

export type Manifest = z.output<typeof manifest>;

export const manifestName = 'manifest.json';
export const secretName = 'jwt-secret';
export const tableEntry = (name: string) => `tables/${name}`;
export const fileEntry = (key: string) => `files/${key}`;
