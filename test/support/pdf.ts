import { createCanvas } from '@napi-rs/canvas';
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';

/** A page of a PDF as readers show it. */
export interface RenderedPage {
  width: number;
  height: number;
  pixels: Uint8ClampedArray;
  png: Buffer;
  text: string;
}

/** Every page of a PDF, rendered at `scale` pixels a point. */
export async function renderPdf(bytes: Uint8Array, scale = 3): Promise<RenderedPage[]> {
  const loading = getDocument({ data: new Uint8Array(bytes), verbosity: 0 });
  const document = await loading.promise;
  const pages: RenderedPage[] = [];
  for (let number = 1; number <= document.numPages; number += 1) {
    const page = await document.getPage(number);
    const viewport = page.getViewport({ scale });
    const [width, height] = [Math.round(viewport.width), Math.round(viewport.height)];
    const canvas = createCanvas(width, height);
    await page.render({ canvas: canvas as never, viewport }).promise;
    const { items } = await page.getTextContent();
    pages.push({
      width,
      height,
      pixels: canvas.getContext('2d').getImageData(0, 0, width, height).data,
      png: canvas.toBuffer('image/png'),
      text: items.map((item) => ('str' in item ? item.str + (item.hasEOL ? '\n' : '') : '')).join(''),
    });
  }
  await loading.destroy();
  return pages;
}
