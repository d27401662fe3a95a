import { PdfWriter, type TextBox } from '../../../pdf/pdf-writer.js';

/** What a PDF of proof shows. Everything in it may be read by the order's client. */
export interface ProofPdfPlan {
  title: string;
  /** Who delivered. */
  organization: string;
  facts: { label: string; value: string }[];
  signature: PdfPicture | null;
  photos: PdfPicture[];
  /** The chain, an entry a line. */
  chain: { what: string; hash: string }[];
}

interface PdfPicture {
  caption: string;
  /** A JPEG; null where its file could not be read. */
  content: Uint8Array | null;
}

const page = { width: 595.28, height: 841.89, margin: 48 };
const inner = { width: page.width - 2 * page.margin, bottom: page.height - page.margin };
const labelWidth = 120;

export async function makeProofPdf(plan: ProofPdfPlan): Promise<Buffer> {
  const writer = new ProofWriter(plan);
  writer.head();
  writer.facts();
  if (plan.signature) writer.picture(plan.signature, 130);
  for (const photo of plan.photos) writer.picture(photo, 290);
  writer.chain();
  return writer.finish();
}

/** Writes from top to bottom, on as many pages as it takes. */
class ProofWriter {
  private readonly pdf: PdfWriter;
  private y = 0;

  constructor(private readonly plan: ProofPdfPlan) {
    this.pdf = new PdfWriter({ title: plan.title, size: [page.width, page.height] });
    this.turnPage();
  }

  head(): void {
    this.write(this.plan.organization, { size: 10, height: 14 });
    this.write(this.plan.title, { size: 20, height: 30, minSize: 12, bold: true });
    this.y += 10;
  }

  facts(): void {
    for (const { label, value } of this.plan.facts) {
      const valueBox = { x: page.margin + labelWidth, width: inner.width - labelWidth, size: 10, minSize: 7 };
      this.makeRoom(90);
      const top = this.y;
      this.pdf.text(label, {
        x: page.margin,
        y: top,
        width: labelWidth - 10,
        height: 26,
        size: 10,
        bold: true,
      });
      this.y += Math.max(13, this.pdf.text(value, { ...valueBox, y: top, height: 80 })) + 5;
    }
    this.y += 8;
  }

  picture({ caption, content }: PdfPicture, height: number): void {
    this.makeRoom(height + 40);
    this.write(caption, { size: 10, height: 14, bold: true });
    if (content) {
      const fit = { fit: [inner.width, height] as [number, number] };
      this.pdf.document.image(Buffer.from(content), page.margin, this.y, fit);
      this.y += height + 18;
    } else {
      this.write('Its file could not be read.', { size: 10, height: 14 });
      this.y += 10;
    }
  }

  chain(): void {
    this.makeRoom(60);
    this.write('Chain of proof', { size: 12, height: 20, bold: true });
    for (const { what, hash } of this.plan.chain) {
      this.makeRoom(28);
      this.write(what, { size: 8, height: 11, minSize: 6 });
      this.write(hash, { size: 8, height: 11, minSize: 6 });
      this.y += 4;
    }
  }

  finish(): Promise<Buffer> {
    return this.pdf.finish();
  }

  private write(text: string, box: Omit<TextBox, 'x' | 'y' | 'width'>): void {
    this.pdf.text(text, { x: page.margin, y: this.y, width: inner.width, ...box });
    this.y += box.height;
  }

  private makeRoom(height: number): void {
    if (this.y + height > inner.bottom) this.turnPage();
  }

  private turnPage(): void {
    this.pdf.document.addPage();
    this.y = page.margin;
  }
}
