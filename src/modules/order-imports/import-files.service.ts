import { Inject, Injectable, StreamableFile } from '@nestjs/common';
import { Readable } from 'node:stream';
import { CONFIG, type Config } from '../../config.js';
import { callerScope } from '../../database/caller-scope.js';
import { Database } from '../../database/database.js';
import type { TenantScope } from '../../database/tenancy.js';
import { FileStore } from '../../files/file-store.js';
import { readSpreadsheet, writeCsv, writeXlsx, type Rows } from '../../spreadsheets/index.js';
import { Client } from '../clients/client.entity.js';
import { templateRows } from '../../order-fields/template-rows.js';
import { importLimits } from './running/import-plans.js';
import type { OrderImport } from './order-import.entity.js';
import { spreadsheetTypes, type FileFormat } from './order-imports.dto.js';
import { rejectionsAfter, type RejectedRow } from './order-imports.queries.js';
import { importOf } from './order-imports.service.js';

/** No field is called so: a mended file is imported with the column still in it. */
const reasonHeader = 'Import errors';
const rejectionsAtOnce = 5_000;

/** Spreadsheets that go back to people: what to fill in, and what to mend. */
@Injectable()
export class ImportFilesService {
  constructor(
    private readonly db: Database,
    private readonly files: FileStore,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /** A spreadsheet with the caller's columns and two rows that import as they stand. */
  async template(format: FileFormat): Promise<StreamableFile> {
    const scope = callerScope();
    if (scope.audience === 'organization') {
      const { header, rows } = templateRows([], 'dispatcher');
      return toFile([header, ...rows], format, 'stops-template');
    }
    const client = await this.db.transaction((em) => em.findOneOrFail(Client, { id: scope.clientId }));
    const { header, rows } = templateRows(client.requiredFields);
    return toFile([header, ...rows], format, 'orders-template');
  }

  /** The import's own header and bad rows, each with its reasons behind it. */
  async rejectedRows(id: string, format: FileFormat): Promise<StreamableFile> {
    const imported = await this.db.transaction((em) => importOf(em, id));
    return toFile(this.withReasons(imported, callerScope()), format, 'rejected-rows');
  }

  private async *withReasons(
    imported: OrderImport,
    scope: TenantScope,
  ): AsyncGenerator<string[], void, void> {
    const columns = imported.columns ?? [];
    // A file that is mended for the second time has the column already.
    const kept = columns.filter(({ header }) => header !== reasonHeader).map(({ index }) => index);
    yield [...kept.map((index) => columns[index]?.header ?? ''), reasonHeader];
    if (imported.rowsRejected === 0 || imported.headerRow == null) return;
    const rejected = this.rejections(imported.id, scope);
    const file = await this.files.local(imported.fileKey);
    try {
      const spreadsheet = await readSpreadsheet(file.path, {
        fileName: imported.fileName,
        limits: importLimits(this.config),
        ...(imported.sheet != null && { sheet: imported.sheet }),
      });
      let next = await rejected.next();
      for await (const batch of spreadsheet.batches()) {
        for (const { number, cells } of batch) {
          if (next.done) return;
          if (number !== next.value.row) continue;
          yield [...kept.map((index) => cells[index] ?? ''), next.value.reasons];
          next = await rejected.next();
        }
      }
    } finally {
      await file.release();
    }
  }

  private async *rejections(importId: string, scope: TenantScope): AsyncGenerator<RejectedRow, void, void> {
    for (let after = 0; ;) {
      const rows = await this.db.as(scope, (em) => rejectionsAfter(em, importId, after, rejectionsAtOnce));
      yield* rows;
      if (rows.length < rejectionsAtOnce) return;
      after = rows.at(-1)!.row;
    }
  }
}

function toFile(rows: Rows, format: FileFormat, name: string): StreamableFile {
  const stream = format === 'xlsx' ? writeXlsx(rows) : Readable.from(writeCsv(rows));
  return new StreamableFile(stream, {
    type: format === 'csv' ? `${spreadsheetTypes.csv}; charset=utf-8` : spreadsheetTypes.xlsx,
    disposition: `attachment; filename="${name}.${format}"`,
  });
}
