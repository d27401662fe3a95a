import { createCipheriv, createDecipheriv, createHash, randomBytes } from 'node:crypto';

const algorithm = 'aes-256-gcm';
const nonceBytes = 12;
const tagBytes = 16;
const nameBytes = 4;

/** Which of several keys sealed something: the first bytes of its hash. */
const nameOf = (key: Buffer) => createHash('sha256').update(key).digest().subarray(0, nameBytes);

/**
 * Seals short secrets for storage by AES-256-GCM (NIST SP 800-38D). What is sealed is bound to its place, so that it
 * cannot be moved to another row. The first key seals, all open: a new one is put before the old.
 */
export class Sealer {
  /** @param keys of 32 bytes, at least one */
  constructor(private readonly keys: readonly Buffer[]) {}

  /** @param place what the secret belongs to, e.g. the id of its row */
  seal(secret: string, place: string): string {
    const key = this.keys[0]!;
    const nonce = randomBytes(nonceBytes);
    const cipher = createCipheriv(algorithm, key, nonce, { authTagLength: tagBytes }).setAAD(
      Buffer.from(place),
    );
    const text = Buffer.concat([cipher.update(secret, 'utf8'), cipher.final()]);
    return Buffer.concat([nameOf(key), nonce, cipher.getAuthTag(), text]).toString('base64');
  }

  /** Whether the key that seals now sealed it. */
  isNewest(sealed: string): boolean {
    return nameOf(this.keys[0]!).equals(Buffer.from(sealed, 'base64').subarray(0, nameBytes));
  }

  /** @throws UnsealError when none of the keys sealed it, or it was sealed for another place */
  open(sealed: string, place: string): string {
    const bytes = Buffer.from(sealed, 'base64');
    const name = bytes.subarray(0, nameBytes);
    const key = this.keys.find((candidate) => nameOf(candidate).equals(name));
    if (!key) throw new UnsealError();
    const nonce = bytes.subarray(nameBytes, nameBytes + nonceBytes);
    const text = nameBytes + nonceBytes + tagBytes;
    try {
      const decipher = createDecipheriv(algorithm, key, nonce, { authTagLength: tagBytes })
        .setAAD(Buffer.from(place))
        .setAuthTag(bytes.subarray(nameBytes + nonceBytes, text));
      return Buffer.concat([decipher.update(bytes.subarray(text)), decipher.final()]).toString('utf8');
    } catch {
      throw new UnsealError();
    }
  }
}

export class UnsealError extends Error {
  constructor() {
    super('What is sealed cannot be opened with the keys of ENCRYPTION_KEYS');
    this.name = 'UnsealError';
  }
}
