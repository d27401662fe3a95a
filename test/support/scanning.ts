import {
  BarcodeFormat,
  BinaryBitmap,
  DecodeHintType,
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
  const hints = new Map<DecodeHintType, unknown>([
    [DecodeHintType.POSSIBLE_FORMATS, [format]],
    [DecodeHintType.TRY_HARDER, true],
  ]);
  const [labelWidth, labelHeight] = [Math.floor(page.width / columns), Math.floor(page.height / rows)];
  const aim = {
    x: Math.floor(labelWidth * aims[format].left),
    y: Math.floor(labelHeight * aims[format].top),
  };
  const [width, height] = [labelWidth - aim.x, labelHeight - aim.y];
  return Array.from({ length: columns * rows }, (_, place) => {
    const [left, top] = [
      (place % columns) * labelWidth + aim.x,
      Math.floor(place / columns) * labelHeight + aim.y,
    ];
    const grey = new Uint8ClampedArray(width * height).map((_grey, at) => {
      const [x, y] = [left + (at % width), top + Math.floor(at / width)];
      return page.pixels[(y * page.width + x) * 4]!;
    });
    const source = new RGBLuminanceSource(grey, width, height);
    try {
      return new MultiFormatReader().decode(new BinaryBitmap(new HybridBinarizer(source)), hints).getText();
    } catch {
      return null;
    }
  });
}
