import { Inject, Injectable, StreamableFile } from '@nestjs/common';
import { Readable } from 'node:stream';
import { Downloads } from '../../common/limits/downloads.js';
import { CONFIG, type Config } from '../../config.js';
import { callerScope, tenantOf } from '../../database/tenancy/caller-scope.js';
import { Database } from '../../database/database.js';
import type { TenantScope } from '../../database/tenancy/tenancy.js';
import { FileStore } from '../../files/file-store.js';
import { templateRows } from '../../order-fields/template-rows.js';
import { writeCsv, writeXlsx } from '../../spreadsheets/index.js';
import { Client } from '../clients/client.entity.js';
import type { OrderImport } from './order-import.entity.js';
import { spreadsheetTypes, type FileFormat } from './import-upload.dto.js';
import { rejectionsAfter } from './order-imports.queries.js';
import { importOf } from './order-imports.service.js';
import type { RejectedRow } from './reading/rejected-rows.js';
import { rejectedRowsStream } from './reading/rejected-thread.js';
import { importLimits } from './running/import-plans.js';

/** Spreadsheets for download: the template, and rejected rows to correct. */
@Injectable()
export class ImportFilesService {
  /** Each has a thread of its own. */
  private readonly downloads = new Downloads('downloads', 4);

  constructor(
    private readonly db: Database,
    private readonly files: FileStore,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /** A spreadsheet with the caller's columns and two valid sample rows. */
  async template(format: FileFormat): Promise<StreamableFile> {
    const scope = callerScope();
    if (scope.audience === 'organization') {
      return templateFile(templateRows([], 'dispatcher'), format, 'stops-template');
    }
    const client = await this.db.transaction((em) => em.findOneOrFail(Client, { id: scope.clientId }));
    return templateFile(templateRows(client.requiredFields), format, 'orders-template');
  }

  /**
   * The import's own header and its rejected rows, each followed by its reasons.
   * @throws Problem `too_many_at_once`
   */
  async rejectedRows(id: string, format: FileFormat, signal: AbortSignal): Promise<StreamableFile> {
    const scope = callerScope();
    const imported = await this.db.transaction((em) => importOf(em, id));
    const stream = await this.downloads.open(tenantOf(scope), signal, () =>
      this.rejectedStream(imported, scope, format, signal),
    );
    return toFile(stream, format, 'rejected-rows');
  }

  private async rejectedStream(
    imported: OrderImport,
    scope: TenantScope,
    format: FileFormat,
    signal: AbortSignal,
  ): Promise<Readable> {
    const file = await this.files.local(imported.fileKey);
    try {
      const plan = {
        path: file.path,
        fileName: imported.fileName,
        limits: importLimits(this.config),
        sheet: imported.sheet ?? null,
        columns: imported.columns ?? [],
        format,
      };
      const seconds = this.config.IMPORT_MAX_SECONDS;
      const stream = rejectedRowsStream(plan, this.pagesOf(imported, scope), { signal, seconds });
      stream.once('close', () => void file.release());
      return stream;
    } catch (error) {
      await file.release();
      throw error;
    }
  }

  private pagesOf(imported: OrderImport, scope: TenantScope): () => Promise<RejectedRow[]> {
    let after = 0;
    return async () => {
      if (imported.rowsRejected === 0) return [];
      const rows = await this.db.as(scope, (em) => rejectionsAfter(em, imported, after));
      after = rows.at(-1)?.lastRow ?? after;
      return rows;
    };
  }
}

function templateFile(
  { header, rows }: ReturnType<typeof templateRows>,
  format: FileFormat,
  name: string,
): StreamableFile {
  const table = [header, ...rows];
  return toFile(format === 'xlsx' ? writeXlsx(table) : Readable.from(writeCsv(table)), format, name);
}

function toFile(stream: Readable, format: FileFormat, name: string): StreamableFile {
  return new StreamableFile(stream, {
    type: format === 'csv' ? `${spreadsheetTypes.csv}; charset=utf-8` : spreadsheetTypes.xlsx,
    disposition: `attachment; filename="${name}.${format}"`,
  });
}
