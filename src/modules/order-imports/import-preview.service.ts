import { Inject, Injectable } from '@nestjs/common';
import { v7 as uuidv7 } from 'uuid';
import { Gate, type GatePass } from '../../common/limits/gate.js';
import { problem } from '../../common/problems/problems.js';
import { validationProblem } from '../../common/schemas/schema.pipe.js';
import { CONFIG, type Config } from '../../config.js';
import { callerScope } from '../../database/tenancy/caller-scope.js';
import { Database } from '../../database/database.js';
import { FileStore } from '../../files/file-store.js';
import type { Upload } from '../../files/multipart-upload.js';
import { headerRefusal } from './running/import-outcome.js';
import { ImportPlans } from './running/import-plans.js';
import { readInThread } from './reading/import-thread.js';
import type { ReadingOptions } from './reading/reader-thread.js';
import { toColumns } from './import-columns.js';
import { previewed, type ImportPreviewDto } from './import-preview.dto.js';
import { toImportError } from './order-imports.dto.js';
import { askedLayout, previewOptions } from './import-upload.dto.js';
import { givenFields, OrderImportsService } from './order-imports.service.js';
import { tenantOf } from './running/run-statements.js';
import type { FoundHeader, PreviewOrder, ReadPlan } from './reading/read-plan.js';

/** The share of an import's time budget that a preview gets. */
const shareOfSeconds = 1 / 3;

/** Reads the first rows of a file and reports what an import would do with them. */
@Injectable()
export class ImportPreviewService {
  private readonly gate = new Gate('previews', { atOnce: 2, waiting: 20, perTenant: 2 });

  constructor(
    private readonly db: Database,
    private readonly files: FileStore,
    private readonly imports: OrderImportsService,
    private readonly plans: ImportPlans,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /**
   * @throws Problem `order_upload_not_allowed`, `spreadsheet_unreadable`, `too_large`, `too_many_at_once`,
   * `validation_failed`
   */
  async previewImport(upload: Upload, signal: AbortSignal): Promise<ImportPreviewDto> {
    await this.imports.assertMayUpload();
    const pass = this.gate.enter(tenantOf(callerScope()));
    try {
      return await this.receiveAndRead(upload, signal, pass);
    } finally {
      pass.leave();
    }
  }

  private async receiveAndRead(
    upload: Upload,
    signal: AbortSignal,
    pass: GatePass,
  ): Promise<ImportPreviewDto> {
    const key = `previews/${uuidv7()}`;
    const { file, fields } = await upload.receive(this.files, key, {
      maxBytes: this.config.IMPORT_MAX_BYTES,
    });
    try {
      const options = previewOptions.safeParse(givenFields(fields));
      if (!options.success) throw validationProblem(options.error.issues);
      await pass.turn(signal);
      const tenant = await this.db.transaction((em) => this.plans.tenantPlan(em, callerScope()));
      const local = await this.files.local(key);
      try {
        const mapping = options.data.mapping ?? {};
        const source = { path: local.path, fileName: file.name, mapping, asked: askedLayout(options.data) };
        const { header, orders, more } = await read(
          { ...tenant, ...source, preview: previewed.rowsRead, duplicates: 'reject', resumeAfter: 0 },
          { signal, seconds: this.config.IMPORT_MAX_SECONDS * shareOfSeconds },
        );
        return toPreview(file.name, header, orders, more, Object.keys(mapping));
      } finally {
        await local.release();
      }
    } finally {
      await this.files.delete(key);
    }
  }
}

async function read(plan: ReadPlan, options: ReadingOptions) {
  let header: FoundHeader | undefined;
  for await (const message of readInThread(plan, options)) {
    if (message.type === 'header') header = message;
    if (message.type === 'preview' && header) return { header, ...message };
    if (message.type === 'refused') {
      throw problem('spreadsheet_unreadable', message.detail, [
        { pointer: '/file', code: message.code, detail: message.detail },
      ]);
    }
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
