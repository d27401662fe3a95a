import PDFDocument from 'pdfkit';
import { boundedCache } from '../common/limits/bounded-cache.js';
import { fontOf, type Face } from './fonts.js';
import { fitText, lineHeight } from './text-fitting.js';
import { textRuns } from './text-runs.js';

/** Points; 72 are an inch. */
export interface TextBox {
  x: number;
  y: number;
  width: number;
  height: number;
  size: number;
  /** How small it may become, rather than be cut. */
  minSize?: number;
  bold?: boolean;
  align?: 'left' | 'center' | 'right';
}

const unit = 1000;
/** Where letters stand in their line, in sizes from its top. */
const baseline = 0.95;

/** A PDF being made, with fonts for every script. Coordinates are points from the upper left corner. */
export class PdfWriter {
  readonly document: PDFKit.PDFDocument;
  private readonly used = new Set<Face>();
  private readonly widths = boundedCache<number>(20_000);

  constructor(options: { title: string; size: [width: number, height: number] }) {
    const { title, size } = options;
    this.document = new PDFDocument({
      size,
      margin: 0,
      autoFirstPage: false,
      info: { Title: title, Producer: 'Waybill', Creator: 'Waybill' },
    });
  }

  /**
   * Writes a text into a box and never outside of it: first it becomes smaller, then it is cut.
   * @returns the height that it takes
   */
  text(text: string, box: TextBox): number {
    const face: Face = box.bold ? 'bold' : 'regular';
    const { size, lines } = fitText(text, box, (part) => this.widthOf(part, face));
    lines.forEach((line, index) => {
      const spare = box.width - this.widthOf(line, face) * size;
      const shift = box.align === 'right' ? spare : box.align === 'center' ? spare / 2 : 0;
      this.line(line, face, size, box.x + shift, box.y + (index * lineHeight + baseline) * size);
    });
    return lines.length * lineHeight * size;
  }

  /** The whole document, when nothing more is to be written. */
  async finish(): Promise<Buffer> {
    const pieces: Buffer[] = [];
    const ended = new Promise<void>((resolve, reject) => {
      this.document.on('data', (piece: Buffer) => pieces.push(piece));
      this.document.once('end', resolve).once('error', reject);
    });
    this.document.end();
    await ended;
    return Buffer.concat(pieces);
  }

  private use(face: Face, size: number): PDFKit.PDFDocument {
    if (!this.used.has(face)) this.document.registerFont(face, fontOf(face) as never);
    this.used.add(face);
    return this.document.font(face).fontSize(size);
  }

  private line(line: string, face: Face, size: number, x: number, y: number): void {
    let at = x;
    for (const run of textRuns(line, face)) {
      this.use(run.face, size).text(run.text, at, y, { lineBreak: false, baseline: 'alphabetic' });
      at += this.runWidth(run.text, run.face) * size;
    }
  }

  /** The width in sizes of the text. */
  private widthOf(text: string, face: Face): number {
    return this.widths(`${face} ${text}`, () =>
      textRuns(text, face).reduce((sum, run) => sum + this.runWidth(run.text, run.face), 0),
    );
  }

  private runWidth(text: string, face: Face): number {
    return this.use(face, unit).widthOfString(text) / unit;
  }
}
