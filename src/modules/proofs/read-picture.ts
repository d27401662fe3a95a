import { open } from 'node:fs/promises';
import sharp from 'sharp';
import { type Problem, problem } from '../../common/problems/problems.js';
import type { Picture } from './pictures.js';
import type { PictureKind } from './proof-chain.js';

const maxPixels = 50_000_000;
const maxSeconds = 20;

// Every other loader is blocked: those of SVG, PDF and the like read far more than pixels.
sharp.block({ operation: ['VipsForeignLoad'] });
sharp.unblock({
  operation: ['JpegFile', 'PngFile', 'WebpFile', 'JpegBuffer'].map((one) => `VipsForeignLoad${one}`),
});
// One picture, one thread: how many are worked on at once is for the caller to bound.
sharp.concurrency(1);
sharp.cache(false);

const signatures: [format: string, isIt: (head: Buffer) => boolean][] = [
  ['jpeg', (head) => head.subarray(0, 3).equals(Buffer.from([0xff, 0xd8, 0xff]))],
  ['png', (head) => head.subarray(0, 8).equals(Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'))],
  ['webp', (head) => head.toString('latin1', 0, 4) === 'RIFF' && head.toString('latin1', 8, 12) === 'WEBP'],
];

const sizes: Record<PictureKind, { side: number; quality: number; chromaSubsampling: string }> = {
  photo: { side: 2560, quality: 82, chromaSubsampling: '4:2:0' },
  signature: { side: 1600, quality: 90, chromaSubsampling: '4:4:4' },
};
const thumbnailSide = 320;

/**
 * Decodes an uploaded picture and encodes it anew, in a thread of its own.
 * @throws Problem `picture_unreadable`
 */
export async function readPicture(path: string, kind: PictureKind): Promise<Picture> {
  await assertTaken(path);
  try {
    const { side, ...quality } = sizes[kind];
    const { data, info } = await sharp(path, reading)
      .timeout({ seconds: maxSeconds })
      .autoOrient()
      .resize({ width: side, height: side, fit: 'inside', withoutEnlargement: true })
      .flatten({ background: '#fff' })
      .toColourspace('srgb')
      .jpeg(quality)
      .toBuffer({ resolveWithObject: true });
    return { content: data, width: info.width, height: info.height, thumbnail: await thumbnailOf(data) };
  } catch (error) {
    throw unreadable(`It could not be decoded: ${(error as Error).message.split('\n')[0]}.`, 'damaged');
  }
}

const reading = { limitInputPixels: maxPixels, failOn: 'error', animated: false } as const;

async function assertTaken(path: string): Promise<void> {
  const format = await formatOf(path);
  if (!format) throw unreadable('Send a JPEG, PNG or WebP; the content counts, not the name.', 'format');
  const { width, height, pages } = await sharp(path, { ...reading, limitInputPixels: false })
    .metadata()
    .catch((error: Error) => {
      throw unreadable(`Its header could not be read: ${error.message.split('\n')[0]}.`, 'damaged');
    });
  if (width * height > maxPixels)
    throw unreadable(
      `It has ${width} × ${height} pixels; ${maxPixels / 1e6} million are taken at most.`,
      'too_big',
    );
  if ((pages ?? 1) > 1) throw unreadable('It is animated; send a single picture.', 'animated');
}

async function formatOf(path: string): Promise<string | undefined> {
  const file = await open(path);
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(16), 0, 16, 0);
    const head = buffer.subarray(0, bytesRead);
    return signatures.find(([, isIt]) => isIt(head))?.[0];
  } finally {
    await file.close();
  }
}

function thumbnailOf(picture: Buffer): Promise<Buffer> {
  return sharp(picture)
    .resize({ width: thumbnailSide, height: thumbnailSide, fit: 'inside', withoutEnlargement: true })
    .jpeg({ quality: 75 })
    .toBuffer();
}

function unreadable(detail: string, code: string): Problem {
  return problem('picture_unreadable', detail, [{ pointer: '/file', code, detail }]);
}
