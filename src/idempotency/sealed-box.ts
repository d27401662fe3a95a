import { createCipheriv, createDecipheriv, createHmac, randomBytes } from 'node:crypto';

const ivBytes = 12;
const tagBytes = 16;

/** AES-256-GCM with a key derived from `secret` and `parts`. */
export class SealedBox {
  private readonly key: Buffer;

  constructor(secret: string, ...parts: string[]) {
    this.key = createHmac('sha256', secret).update(JSON.stringify(parts)).digest();
  }

  seal(plain: Buffer): Buffer {
    const iv = randomBytes(ivBytes);
    const cipher = createCipheriv('aes-256-gcm', this.key, iv);
    const sealed = Buffer.concat([cipher.update(plain), cipher.final()]);
    return Buffer.concat([iv, cipher.getAuthTag(), sealed]);
  }

  /** @throws Error when it was sealed with another key */
  open(box: Buffer): Buffer {
    const decipher = createDecipheriv('aes-256-gcm', this.key, box.subarray(0, ivBytes));
    decipher.setAuthTag(box.subarray(ivBytes, ivBytes + tagBytes));
    return Buffer.concat([decipher.update(box.subarray(ivBytes + tagBytes)), decipher.final()]);
  }
}
