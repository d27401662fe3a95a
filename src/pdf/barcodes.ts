import bwipjs from 'bwip-js/node';

/** An empty margin that readers need around a code, in modules. */
const quietModules = { qr: 4, code128: 10 };

interface Place {
  x: number;
  y: number;
  width: number;
  height: number;
}

/** A QR code of the text, with its margin, as large as the square allows. */
export function drawQr(
  document: PDFKit.PDFDocument,
  text: string,
  { x, y, size }: { x: number; y: number; size: number },
): void {
  const [code] = bwipjs.raw('qrcode', text, 'eclevel=M');
  if (!code || !('pixs' in code)) throw new Error('A QR code is made of pixels');
  const module = size / (code.pixx + 2 * quietModules.qr);
  const start = quietModules.qr * module;
  for (let row = 0; row < code.pixy; row += 1) {
    for (let column = 0; column < code.pixx; column += 1) {
      let end = column;
      while (end < code.pixx && code.pixs[row * code.pixx + end] === 1) end += 1;
      // One rectangle for modules side by side: between two of them readers would see a seam.
      if (end > column)
        document.rect(x + start + column * module, y + start + row * module, (end - column) * module, module);
      column = Math.max(column, end);
    }
  }
  document.fill('black');
}

/** A Code 128 of the text, with its margins, over the whole place. */
export function drawCode128(
  document: PDFKit.PDFDocument,
  text: string,
  { x, y, width, height }: Place,
): void {
  const [code] = bwipjs.raw('code128', text, '');
  if (!code || !('sbs' in code)) throw new Error('A Code 128 is made of bars');
  const modules = code.sbs.reduce((sum, bar) => sum + bar, 0) + 2 * quietModules.code128;
  const module = width / modules;
  let at = x + quietModules.code128 * module;
  code.sbs.forEach((bar, index) => {
    if (index % 2 === 0) document.rect(at, y, bar * module, height);
    at += bar * module;
  });
  document.fill('black');
}
