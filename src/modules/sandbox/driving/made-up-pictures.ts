import { Readable } from 'node:stream';
import type { Upload } from '../../../files/multipart-upload.js';

type PictureKind = 'photo' | 'signature';

const sizes: Record<PictureKind, [width: number, height: number]> = {
  photo: [640, 480],
  signature: [480, 160],
};
const made = new Map<PictureKind, Promise<Buffer>>();

/** A picture in place of a driver’s, as if it had been uploaded. */
export function madeUpPicture(kind: PictureKind): Upload {
  return {
    receive: async (store, key, { maxBytes, prepare }) => {
      const picture = await pictureOf(kind);
      const file = { ...(await store.put(key, Readable.from([picture]), { maxBytes })), name: `${kind}.png` };
      const received = { file, fields: { kind } };
      await prepare?.(received);
      return received;
    },
  };
}

/** Always the same, which a visit keeps once. */
function pictureOf(kind: PictureKind): Promise<Buffer> {
  const before = made.get(kind);
  if (before) return before;
  const picture = draw(kind);
  made.set(kind, picture);
  return picture;
}

/** A parcel on the ground, or the stroke of a pen. */
async function draw(kind: PictureKind): Promise<Buffer> {
  const { default: sharp } = await import('sharp');
  const [width, height] = sizes[kind];
  const isInk = (x: number, y: number) =>
    kind === 'photo'
      ? Math.abs(x - width / 2) < width / 5 && Math.abs(y - (height * 2) / 3) < height / 5
      : Math.abs(y - height / 2 - (Math.sin(x / 25) * height * (width - x)) / width / 3) < 2.5;
  const pixels = Buffer.alloc(width * height);
  for (let y = 0; y < height; y += 1)
    for (let x = 0; x < width; x += 1) pixels[y * width + x] = isInk(x, y) ? 60 : 230;
  return sharp(pixels, { raw: { width, height, channels: 1 } })
    .png()
    .toBuffer();
}
