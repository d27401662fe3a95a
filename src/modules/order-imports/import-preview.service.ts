import { Inject, Injectable } from '@nestjs/common';
import { Gate } from '../../common/limits/gate.js';
import { CONFIG, type Config } from '../../config.js';
import type { Upload } from '../../files/multipart-upload.js';
import { headerRefusal } from './running/import-outcome.js';
import { readInThread } from './reading/import-thread.js';
import type { ReadingOptions } from './reading/reader-thread.js';
import { toColumns } from './import-columns.js';
import { previewed, type ImportPreviewDto } from './import-preview.dto.js';
import { toImportError } from './order-imports.dto.js';
import { previewOptions } from './import-upload.dto.js';
import { PassingFiles, unreadable } from './passing-files.js';
import type { FoundHeader, PreviewOrder, ReadPlan } from './reading/read-plan.js';

/** The share of an import's time budget that a preview gets. */
const shareOfSeconds = 1 / 3;

/** Reads the first rows of a file and reports what an import would do with them. */
@Injectable()
export class ImportPreviewService {
  private readonly gate = new Gate('previews', { atOnce: 2, waiting: 20, perTenant: 2 });

  constructor(
    private readonly files: PassingFiles,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /**
   * @throws Problem `order_upload_not_allowed`, `spreadsheet_unreadable`, `too_large`, `too_many_at_once`,
   * `validation_failed`
   */
  previewImport(upload: Upload, signal: AbortSignal): Promise<ImportPreviewDto> {
    const { gate } = this;
    return this.files.pass(upload, { gate, options: previewOptions, signal }, async ({ name, plan }) => {
      const { header, orders, more } = await read(
        { ...plan, preview: previewed.rowsRead },
        { signal, seconds: this.config.IMPORT_MAX_SECONDS * shareOfSeconds },
      );
      return toPreview(name, header, orders, more, Object.keys(plan.mapping));
    });
  }
}

async function read(plan: ReadPlan, options: ReadingOptions) {
  let header: FoundHeader | undefined;
  for await (const message of readInThread(plan, options)) {
    if (message.type === 'header') header = message;
    if (message.type === 'preview' && header) return { header, ...message };
    if (message.type === 'refused') throw unreadable(message);
  }
  throw new Error('The preview ended without rows');
}

function toPreview(
  fileName: string,
  header: FoundHeader,
  orders: PreviewOrder[],
  hasMoreRows: boolean,
  wanted: string[],
): ImportPreviewDto {
  const rowsRead = rowsOf(orders);
  const refusal = headerRefusal({ ...header, rowsTotal: rowsRead }, wanted);
  return {
    fileName,
    headerRow: header.headerRow,
    sheet: header.sheet,
    otherSheets: header.otherSheets,
    profile: header.profile,
    groupBy: header.groupBy,
    dayOrder: header.dayOrder,
    ...toColumns(header.columns),
    problem: refusal && { code: refusal.failureCode ?? 'failed', detail: refusal.message },
    rowsRead,
    rowsRejected: rowsOf(
      orders.filter(({ problems }) => problems.some(({ severity }) => severity === 'error')),
    ),
    hasMoreRows,
    rows: orders
      .slice(0, previewed.rowsShown)
      .map(({ row, rowCount, order, clientCode }) => ({ row, rowCount, order, clientCode })),
    errors: orders
      .flatMap(({ problems }) => problems)
      .slice(0, previewed.errorsShown)
      .map(toImportError),
  };
}

function rowsOf(orders: readonly PreviewOrder[]): number {
  return orders.reduce((sum, { rowCount }) => sum + rowCount, 0);
}
