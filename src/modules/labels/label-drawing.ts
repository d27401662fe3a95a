import { drawCode128, drawQr } from '../../pdf/barcodes.js';
import { PdfWriter } from '../../pdf/pdf-writer.js';
import type { Label, LabelPlan } from './label-plan.js';
import type { LabelSize } from './labels.dto.js';

/** Points; 72 are an inch. */
interface Area {
  x: number;
  y: number;
  width: number;
  height: number;
}

const a6 = { width: 297.64, height: 420.94 };
const margin = 14;

/** The pages of a size, and where the labels stand on one. */
const layouts: Record<LabelSize, { page: [number, number]; areas: Area[] }> = {
  a6: { page: [a6.width, a6.height], areas: [{ x: 0, y: 0, ...a6 }] },
  '4x6': { page: [288, 432], areas: [{ x: 0, y: 0, width: 288, height: 432 }] },
  a4x4: {
    page: [595.28, 841.89],
    areas: [0, 1, 2, 3].map((place) => ({
      x: (place % 2) * a6.width,
      y: Math.floor(place / 2) * a6.height,
      ...a6,
    })),
  },
};

/** A PDF of labels, one for each package. @throws the reason of the signal */
export async function drawLabels({ labels, size }: LabelPlan, signal: AbortSignal): Promise<Buffer> {
  const { page, areas } = layouts[size];
  const pdf = new PdfWriter({ title: 'Labels', size: page });
  for (const [index, label] of labels.entries()) {
    const place = index % areas.length;
    if (place === 0) pdf.document.addPage();
    drawLabel(pdf, label, inner(areas[place]!));
    // Lets the labels of other callers come between.
    await new Promise(setImmediate);
    signal.throwIfAborted();
  }
  return pdf.finish();
}

function inner({ x, y, width, height }: Area): Area {
  return { x: x + margin, y: y + margin, width: width - 2 * margin, height: height - 2 * margin };
}

function drawLabel(pdf: PdfWriter, label: Label, { x, y, width, height }: Area): void {
  const half = (width - 8) / 2;
  pdf.text(label.sender, { x, y, width: half, height: 24, size: 11, minSize: 6, bold: true });
  pdf.text(label.carrier, {
    x: x + half + 8,
    y,
    width: half,
    height: 24,
    size: 9,
    minSize: 6,
    align: 'right',
  });
  rule(pdf, x, y + 28, width);

  pdf.text(label.heading, { x, y: y + 33, width, height: 10, size: 7, minSize: 5 });
  const name = pdf.text(label.name, { x, y: y + 44, width, height: 50, size: 19, minSize: 8, bold: true });
  const addressTop = y + 48 + name;
  pdf.text(label.address, { x, y: addressTop, width, height: y + 176 - addressTop, size: 13, minSize: 6 });
  rule(pdf, x, y + 180, width);

  const qr = 112;
  const left = width - qr - 6;
  const facts = pdf.text(label.facts, {
    x,
    y: y + 186,
    width: left,
    height: 44,
    size: 10,
    minSize: 6,
    bold: true,
  });
  const notesTop = y + 190 + facts;
  pdf.text(label.notes, { x, y: notesTop, width: left, height: y + 270 - notesTop, size: 9, minSize: 5.5 });
  pdf.text(label.count, { x, y: y + 272, width: left, height: 30, size: 22, minSize: 12, bold: true });
  drawQr(pdf.document, label.code, { x: x + width - qr, y: y + 184, size: qr });
  rule(pdf, x, y + 304, width);

  const codeHeight = 18;
  const bars = y + 310;
  drawCode128(pdf.document, label.code, { x, y: bars, width, height: y + height - codeHeight - bars });
  const codeTop = y + height - codeHeight + 2;
  pdf.text(label.code, { x, y: codeTop, width, height: codeHeight, size: 13, bold: true, align: 'center' });
}

function rule(pdf: PdfWriter, x: number, y: number, width: number): void {
  pdf.document.rect(x, y, width, 0.75).fill('black');
}
