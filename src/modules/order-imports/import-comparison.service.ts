import { Inject, Injectable } from '@nestjs/common';
import type { EntityManager } from '@mikro-orm/postgresql';
import { Gate } from '../../common/limits/gate.js';
import { CONFIG, type Config } from '../../config.js';
import { Database } from '../../database/database.js';
import { BulkSql } from '../../database/sql/bulk-sql.js';
import { callerScope } from '../../database/tenancy/caller-scope.js';
import type { Upload } from '../../files/multipart-upload.js';
import { Comparison } from './comparing/comparison.js';
import { comparisonStatements } from './comparing/comparison-statements.js';
import type { ImportComparisonDto } from './import-comparison.dto.js';
import { comparisonOptions } from './import-upload.dto.js';
import type { OrderImport } from './order-import.entity.js';
import { lastImportWithOrders } from './order-imports.queries.js';
import { importOf } from './order-imports.service.js';
import { PassingFiles, unreadable } from './passing-files.js';
import { readInThread } from './reading/import-thread.js';
import { filledColumns, type FoundHeader, type ReadPlan } from './reading/read-plan.js';
import type { ReaderMessage } from './reading/reader-messages.js';
import { heapMebibytes, startReader } from './reading/reader-worker.js';
import { headerRefusal } from './running/import-outcome.js';

type Compared = Awaited<ReturnType<Comparison['end']>>;

/** Compares a file with what its client sent before. */
@Injectable()
export class ImportComparisonService {
  /** One at a time: each keeps a connection for as long as its rows are read, and imports need them too. */
  private readonly gate = new Gate('comparisons', { atOnce: 1, waiting: 20, perTenant: 2 });

  constructor(
    private readonly db: Database,
    private readonly bulk: BulkSql,
    private readonly files: PassingFiles,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /**
   * @throws Problem `not_found`, `order_upload_not_allowed`, `spreadsheet_unreadable`, `too_large`,
   * `too_many_at_once`, `validation_failed`
   */
  compareImport(upload: Upload, signal: AbortSignal): Promise<ImportComparisonDto> {
    const passing = { gate: this.gate, options: comparisonOptions, signal };
    return this.files.pass(upload, passing, async ({ name, options, plan }) => {
      const against = await this.db.transaction((em) => comparedWith(em, options.against));
      const found = await this.compare(plan, against?.id ?? null, signal);
      return { fileName: name, against: against && toReference(against), ...found };
    });
  }

  private async compare(plan: ReadPlan, against: string | null, signal: AbortSignal): Promise<Compared> {
    const messages = readInThread(
      { ...plan, compared: true },
      { signal, seconds: this.config.IMPORT_MAX_SECONDS },
      () => startReader(heapMebibytes.import),
    );
    try {
      const { columns } = comparable(await headerOf(messages), plan);
      const scope = callerScope();
      const statements = comparisonStatements({ scope, filled: filledColumns(columns) });
      return await this.bulk.transaction(scope, async (sql) => {
        const comparison = await Comparison.begin(sql, statements);
        for await (const message of messages) {
          if (message.type === 'refused') throw unreadable(message);
          if (message.type === 'batch') await comparison.add(message);
        }
        signal.throwIfAborted();
        return comparison.end(against);
      });
    } finally {
      await messages.return();
    }
  }
}

/** The upload of an import of fixed rows stands for it. */
async function comparedWith(em: EntityManager, wanted: string | undefined): Promise<OrderImport | null> {
  const id = wanted ?? (await lastImportWithOrders(em, callerScope()));
  if (id === null) return null;
  let found = await importOf(em, id);
  while (found.fixesOf) found = await importOf(em, found.fixesOf);
  return found;
}

function toReference({ id, fileName, createdAt }: OrderImport) {
  return { id, fileName, createdAt: createdAt.toISOString() };
}

/** The first message, which comes once the whole file was seen. */
async function headerOf(messages: AsyncGenerator<ReaderMessage, void, void>): Promise<FoundHeader> {
  const { value: message } = await messages.next();
  if (message?.type === 'refused') throw unreadable(message);
  if (message?.type !== 'header') throw new Error('The file was read without its header');
  return message;
}

/** @throws Problem `spreadsheet_unreadable` where an import would fail too, or there is no Id to compare by */
function comparable(header: FoundHeader, { mapping }: ReadPlan): FoundHeader {
  const refusal = headerRefusal(header, Object.keys(mapping));
  if (refusal) throw unreadable({ code: refusal.failureCode ?? 'failed', detail: refusal.message });
  if (!filledColumns(header.columns).includes('externalId')) {
    throw unreadable({
      code: 'no_id_column',
      detail:
        'No column holds the Id by which orders are compared. Name one Id, or say with `mapping` which header means externalId.',
    });
  }
  return header;
}
