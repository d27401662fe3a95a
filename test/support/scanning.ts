import {
  BarcodeFormat,
  BinaryBitmap,
  DecodeHintType,
  HybridBinarizer,
  MultiFormatReader,
  RGBLuminanceSource,
} from '@zxing/library';
import jsqr from 'jsqr';
import type { RenderedPage } from './pdf.js';

const readQr = jsqr.default;

/** What a scanner sees of a page. */
interface Picture {
  width: number;
  height: number;
  /** Red, green, blue and alpha of each pixel. */
  pixels: Uint8ClampedArray;
}

/** The corner of a label from which on each code stands alone. */
const aims = { qr: { left: 0.5, top: 0.45 }, bars: { left: 0, top: 0.7 } };

/** What a scanner reads on a page of `columns` × `rows` labels: of each its QR code, null where none is found. */
export function scanQrs(page: RenderedPage, columns = 1, rows = 1): (string | null)[] {
  return picturesOf(page, columns, rows, aims.qr).map(
    ({ pixels, width, height }) => readQr(pixels, width, height)?.data ?? null,
  );
}

/** The same for the Code 128. */
export function scanBars(page: RenderedPage, columns = 1, rows = 1): (string | null)[] {
  return picturesOf(page, columns, rows, aims.bars).map(readBars);
}

function picturesOf(
  page: RenderedPage,
  columns: number,
  rows: number,
  aim: { left: number; top: number },
): Picture[] {
  const [labelWidth, labelHeight] = [Math.floor(page.width / columns), Math.floor(page.height / rows)];
  const [x, y] = [Math.floor(labelWidth * aim.left), Math.floor(labelHeight * aim.top)];
  const [width, height] = [labelWidth - x, labelHeight - y];
  return Array.from({ length: columns * rows }, (_, place) => {
    const left = (place % columns) * labelWidth + x;
    const top = Math.floor(place / columns) * labelHeight + y;
    const pixels = new Uint8ClampedArray(width * height * 4);
    for (let row = 0; row < height; row += 1) {
      const start = ((top + row) * page.width + left) * 4;
      pixels.set(page.pixels.subarray(start, start + width * 4), row * width * 4);
    }
    return { width, height, pixels };
  });
}

function readBars({ pixels, width, height }: Picture): string | null {
  const grey = new Uint8ClampedArray(width * height).map((_grey, at) => pixels[at * 4]!);
  const picture = new BinaryBitmap(new HybridBinarizer(new RGBLuminanceSource(grey, width, height)));
  const hints = new Map<DecodeHintType, unknown>([
    [DecodeHintType.POSSIBLE_FORMATS, [BarcodeFormat.CODE_128]],
    [DecodeHintType.TRY_HARDER, true],
  ]);
  try {
    return new MultiFormatReader().decode(picture, hints).getText();
  } catch {
    return null;
  }
}
