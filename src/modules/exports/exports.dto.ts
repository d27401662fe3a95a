import type { z } from 'zod';
import { consistency } from '../../common/schemas/consistency.js';
import { described } from '../../common/schemas/described.js';
import { orderListQuery } from '../orders/reads/order-list.dto.js';
import { stopQuery } from '../stops/stops.dto.js';

export const exportTypes = {
  csv: 'text/csv',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  ndjson: 'application/x-ndjson',
} as const;
export type ExportFormat = keyof typeof exportTypes;

const format = described('What kind of file to make:', {
  csv: 'Comma-separated text in UTF-8, which imports again as it stands.',
  xlsx: 'An Excel workbook, which imports again as it stands.',
  ndjson: 'One JSON object a line, each as the list answers it.',
} satisfies Record<ExportFormat, string>).default('csv');

/** A file is long, and is not what somebody looks at right after a change. */
const file = { format, consistency: consistency.default('eventual') };

const ofPages = { limit: true, cursor: true, fields: true } as const;

export const orderExportQuery = orderListQuery.omit(ofPages).extend(file);
export type OrderExportQuery = z.output<typeof orderExportQuery>;

export const stopExportQuery = stopQuery.omit(ofPages).extend(file);
export type StopExportQuery = z.output<typeof stopExportQuery>;
