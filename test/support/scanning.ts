import {
  BarcodeFormat,
  BinaryBitmap,
  DecodeHintType,
  GlobalHistogramBinarizer,
  HybridBinarizer,
  MultiFormatReader,
  RGBLuminanceSource,
} from '@zxing/library';
import type { RenderedPage } from './pdf.js';

/** Where scanners are aimed: readers take some Chinese characters for the corners of a QR code. */
const aims = {
  [BarcodeFormat.QR_CODE]: { left: 0.5, top: 0.45 },
  [BarcodeFormat.CODE_128]: { left: 0, top: 0.7 },
};

/** A scanner looks more than once, each time a little nearer: the reader alone misses one code in some hundreds. */
const steps = [0, 0.02, 0.05];

/** What a scanner reads on a page of `columns` × `rows` labels: of each its QR code, null where none is found. */
export function scanQrs(page: RenderedPage, columns = 1, rows = 1): (string | null)[] {
  return scan(page, columns, rows, BarcodeFormat.QR_CODE);
}

/** The same for the Code 128. */
export function scanBars(page: RenderedPage, columns = 1, rows = 1): (string | null)[] {
  return scan(page, columns, rows, BarcodeFormat.CODE_128);
}

function scan(
  page: RenderedPage,
  columns: number,
  rows: number,
  format: keyof typeof aims,
): (string | null)[] {
  const found = Array.from({ length: columns * rows }, (_, place) =>
    look(page, columns, rows, place, format),
  );
  const { nearer } = page;
  if (!nearer || !found.includes(null)) return found;
  const again = scan(nearer, columns, rows, format);
  return found.map((text, place) => text ?? again[place]!);
}

function look(
  page: RenderedPage,
  columns: number,
  rows: number,
  place: number,
  format: keyof typeof aims,
): string | null {
  const [labelWidth, labelHeight] = [Math.floor(page.width / columns), Math.floor(page.height / rows)];
  const [left, top] = [(place % columns) * labelWidth, Math.floor(place / columns) * labelHeight];
  for (const step of steps) {
    const x = Math.floor(labelWidth * (aims[format].left + step));
    const y = Math.floor(labelHeight * (aims[format].top + step));
    const part = { left: left + x, top: top + y, width: labelWidth - x, height: labelHeight - y };
    const text = decode(cut(page, part), format);
    if (text !== null) return text;
  }
  return null;
}

function cut(page: RenderedPage, part: { left: number; top: number; width: number; height: number }) {
  const { left, top, width, height } = part;
  const grey = new Uint8ClampedArray(width * height).map((_grey, at) => {
    const [x, y] = [left + (at % width), top + Math.floor(at / width)];
    return page.pixels[(y * page.width + x) * 4]!;
  });
  return new RGBLuminanceSource(grey, width, height);
}

function decode(source: RGBLuminanceSource, format: keyof typeof aims): string | null {
  const hints = new Map<DecodeHintType, unknown>([
    [DecodeHintType.POSSIBLE_FORMATS, [format]],
    [DecodeHintType.TRY_HARDER, true],
  ]);
  for (const Binarizer of [HybridBinarizer, GlobalHistogramBinarizer]) {
    try {
      return new MultiFormatReader().decode(new BinaryBitmap(new Binarizer(source)), hints).getText();
    } catch {
      // The next look may find it.
    }
  }
  return null;
}
