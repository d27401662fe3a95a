import { templateRows } from '../../../order-fields/template-rows.js';
import { detectSheet } from '../../../order-sheets/index.js';

/** Looks into the templates as into any file: the words of headers are then indexed, and the code compiled. */
export function warmUp(): void {
  for (const audience of ['client', 'dispatcher'] as const) {
    const { header, rows } = templateRows([], audience);
    const sheet = [header, ...rows].map((cells, index) => ({ number: index + 1, cells }));
    detectSheet({ rows: sheet, audience, mapping: {}, taught: {} });
  }
}
