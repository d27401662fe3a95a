import { Inject, Injectable } from '@nestjs/common';
import { LockMode, type EntityManager } from '@mikro-orm/postgresql';
import { v7 as uuidv7 } from 'uuid';
import { z } from 'zod';
import { cursorKey, ListPages } from '../../common/cursor.js';
import { notFound, problem } from '../../common/problems/problems.js';
import { currentActor, currentContext } from '../../common/http/request-context.js';
import { validationProblem } from '../../common/schemas/schema.pipe.js';
import { CONFIG, type Config } from '../../config.js';
import { afterCommit, Database, rowsOf } from '../../database/database.js';
import { callerScope, clientIdOf, tenantOf } from '../../database/tenancy/caller-scope.js';
import { ageOf, byAge, newestFirst, olderThan } from '../../database/sql/newest-first.js';
import { FileStore } from '../../files/file-store.js';
import type { ReceivedUpload, Upload } from '../../files/multipart-upload.js';
import { Jobs } from '../../jobs/jobs.js';
import { Client } from '../clients/client.entity.js';
import { EventLog } from '../events/event-log.js';
import { OrderImport } from './order-import.entity.js';
import { importErrors } from './order-imports.queries.js';
import { askedLayout, importOptions, type ImportOptions } from './import-upload.dto.js';
import {
  toImportError,
  toOrderImport,
  type ImportErrorQuery,
  type ImportListQuery,
  type OrderImportDto,
} from './order-imports.dto.js';
import { undone } from './running/import-outcome.js';
import { runStatements, type BoundSql } from './running/run-statements.js';

const imports = new ListPages('imports', byAge);
const problems = new ListPages('import problems', z.tuple([cursorKey.integer, cursorKey.integer]));

/** Imports of the caller's side: a client's orders, or a dispatcher's stops. */
@Injectable()
export class OrderImportsService {
  constructor(
    private readonly db: Database,
    private readonly files: FileStore,
    private readonly jobs: Jobs,
    private readonly events: EventLog,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /**
   * Stores the file and enqueues its import.
   * @throws Problem `order_upload_not_allowed`, `too_large`, `validation_failed`, `unsupported_media_type`
   */
  async startImport(upload: Upload): Promise<OrderImportDto> {
    await this.assertMayUpload();
    const id = uuidv7();
    const received = await upload.receive(this.files, `imports/${id}`, {
      maxBytes: this.config.IMPORT_MAX_BYTES,
    });
    try {
      return await this.enqueue(id, received, readOptions(received.fields));
    } catch (error) {
      await this.files.delete(received.file.key);
      throw error;
    }
  }

  /** @throws Problem `order_upload_not_allowed` */
  async assertMayUpload(): Promise<void> {
    const scope = callerScope();
    if (scope.audience !== 'client') return;
    const client = await this.db.transaction((em) => em.findOneOrFail(Client, { id: scope.clientId }));
    if (!client.allowOrderUpload) {
      throw problem('order_upload_not_allowed');
    }
  }

  private async enqueue(
    id: string,
    { file }: ReceivedUpload,
    options: ImportOptions,
  ): Promise<OrderImportDto> {
    const scope = callerScope();
    const clientId = clientIdOf(scope);
    return this.db.transaction(async (em) => {
      const imported = em.create(OrderImport, {
        id,
        organizationId: scope.organizationId,
        clientId,
        mode: options.mode,
        duplicates: options.duplicates,
        dryRun: options.dryRun,
        mapping: options.mapping ?? null,
        saveMapping: options.saveMapping,
        ...askedLayout(options),
        fileName: file.name,
        fileKey: file.key,
        fileSize: file.size,
        fileHash: file.sha256,
        otherSheets: [],
        createdBy: { ...currentActor() },
      });
      await em.flush();
      await this.jobs.enqueue(em, 'imports.run', { importId: id }, { tenant: tenantOf(scope) });
      return toOrderImport(imported);
    });
  }

  /** Newest first. */
  async listImports({ limit, cursor, ...filters }: ImportListQuery) {
    const after = imports.decode(cursor, filters);
    const found = await this.db.transaction((em) =>
      em.find(
        OrderImport,
        {
          ...(filters.status && { status: filters.status }),
          ...olderThan(after),
        },
        { orderBy: newestFirst, limit: limit + 1 },
      ),
    );
    return imports.page(found, limit, filters, ageOf, toOrderImport);
  }

  async getImport(id: string): Promise<OrderImportDto> {
    return this.db.transaction(async (em) => toOrderImport(await importOf(em, id)));
  }

  /** Errors and warnings, by row. */
  async listErrors(id: string, { limit, cursor, ...filters }: ImportErrorQuery) {
    const after = problems.decode(cursor, { ...filters, id });
    return this.db.transaction(async (em) => {
      const rows = await importErrors(em, await importOf(em, id), {
        limit: limit + 1,
        after,
        severity: filters.severity,
      });
      return problems.page(
        rows,
        limit,
        { ...filters, id },
        ({ row, ordinal }) => [row, ordinal],
        toImportError,
      );
    });
  }

  /**
   * Cancels an import: at once before it has started, else after the current chunk.
   * @throws Problem `import_not_cancellable`
   */
  async cancelImport(id: string): Promise<OrderImportDto> {
    return this.db.transaction(async (em) => {
      const imported = await importOf(em, id, 'locked');
      if (imported.status !== 'queued' && imported.status !== 'running') {
        throw problem('import_not_cancellable', 'It has already ended. Undo it to remove what it made.');
      }
      imported.cancelRequestedAt ??= new Date();
      if (imported.status === 'queued') {
        imported.status = 'cancelled';
        imported.finishedAt = new Date();
        imported.message = 'Cancelled. Nothing was imported.';
      }
      await em.flush();
      if (imported.status === 'cancelled') await this.log(em, statementsFor(id).announce('import.completed'));
      return toOrderImport(imported);
    });
  }

  /**
   * Deletes the orders an import created that are on no route and still in their first state.
   * @throws Problem `import_not_undoable` while it runs
   */
  async undoImport(id: string): Promise<OrderImportDto> {
    return this.db.transaction(async (em) => {
      const imported = await importOf(em, id, 'locked');
      if (imported.status === 'queued' || imported.status === 'running') {
        throw problem('import_not_undoable', 'It is still running. Cancel it first, or wait for its end.');
      }
      const [removed] = await this.log<{ count: number }>(em, statementsFor(id).removeOrders());
      const count = removed?.count ?? 0;
      if (imported.undoneAt == null || count > 0) {
        imported.undoneAt = new Date();
        imported.message = undone(count, imported.ordersImported);
        await em.flush();
      }
      return toOrderImport(imported);
    });
  }

  /** Runs a statement that writes events. */
  private log<Row>(em: EntityManager, statement: BoundSql): Promise<Row[]> {
    const scope = callerScope();
    afterCommit(() => this.events.wrote(scope));
    return rowsOf<Row>(em, ...statement);
  }
}

/** The options of an upload's form; empty ones count as absent. */
function readOptions(fields: Record<string, string>): ImportOptions {
  const parsed = importOptions.safeParse(givenFields(fields));
  if (!parsed.success) throw validationProblem(parsed.error.issues);
  return parsed.data;
}

export function givenFields(fields: Record<string, string>): Record<string, string> {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== ''));
}

export async function importOf(em: EntityManager, id: string, lock?: 'locked'): Promise<OrderImport> {
  const imported = await em.findOne(OrderImport, { id }, lock && { lockMode: LockMode.PESSIMISTIC_WRITE });
  if (!imported) throw notFound();
  return imported;
}

function statementsFor(importId: string) {
  return runStatements({
    importId,
    scope: callerScope(),
    actor: currentActor(),
    requestId: currentContext()?.requestId ?? '',
  });
}
