import { createHash } from 'node:crypto';
import sharp from 'sharp';
import { hold } from '../tell.mjs';

const sha256 = (bytes) => createHash('sha256').update(bytes).digest('hex');
const read = async (url) => Buffer.from(await (await fetch(url)).arrayBuffer());

export const title = 'The client opens the proof';

export async function play({ client, live, idOf, photo: taken }) {
  const id = idOf('NYPL-0001');
  const { state, signeeName, photos, signature, proofHash } = await client.orders.getProofOfDelivery(id);
  hold(
    'NYPL-0001: handed to the recipient, A. Reader, with 1 photo and a signature',
    [state, signeeName, photos.length, signature !== null],
    ['delivered_to_recipient', 'A. Reader', 1, true],
  );
  const [photo] = photos;
  const [picture, signed] = [await read(photo.url), await read(signature.url)];
  const { format, width, height, exif } = await sharp(picture).metadata();
  hold(
    `The photo opens by a link that soon ends: ${width} × ${height} pixels, ${picture.length} bytes`,
    [format, width, height, picture.length],
    ['jpeg', photo.width, photo.height, photo.size],
  );
  hold(
    `Both pictures are, byte by byte, those that were recorded (${photo.sha256.slice(0, 8)}…, ${signature.sha256.slice(0, 8)}…)`,
    [sha256(picture), sha256(signed)],
    [photo.sha256, signature.sha256],
  );
  const { exif: before } = await sharp(await taken.arrayBuffer()).metadata();
  hold(
    'The place where it was taken, which the phone wrote into it, is gone',
    [before !== undefined, exif],
    [true, undefined],
  );
  const { status } = await fetch(photo.url.replace(/.$/, (last) => (last === 'A' ? 'B' : 'A')));
  hold('A link with one letter changed opens nothing', status, 404);
  const told = live.events.find(({ type, orderId }) => type === 'order.delivered' && orderId === id);
  hold(
    'Nothing was changed since: its seal is the one that the live stream told at the door',
    proofHash,
    told.data.proofHash,
  );
  const pdf = Buffer.from(await (await client.orders.downloadProof(id)).arrayBuffer());
  hold('There is a PDF of it to keep', pdf.subarray(0, 5).toString(), '%PDF-');
}
