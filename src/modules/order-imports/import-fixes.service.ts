import { Injectable } from '@nestjs/common';
import type { EntityManager } from '@mikro-orm/postgresql';
import { v7 as uuidv7 } from 'uuid';
import { currentActor } from '../../common/http/request-context.js';
import { invalidFields, problem } from '../../common/problems/problems.js';
import { callerScope, tenantOf } from '../../database/tenancy/caller-scope.js';
import { Database } from '../../database/database.js';
import { Jobs } from '../../jobs/jobs.js';
import type { FixesBody } from './import-fixes.dto.js';
import { OrderImport } from './order-import.entity.js';
import { toOrderImport, type OrderImportDto } from './order-imports.dto.js';
import { importOf, OrderImportsService } from './order-imports.service.js';
import { markFixed, type Answers } from './running/fix-queries.js';

/** Imports rejected rows of an earlier import, with other values in their cells. */
@Injectable()
export class ImportFixesService {
  constructor(
    private readonly db: Database,
    private readonly jobs: Jobs,
    private readonly imports: OrderImportsService,
  ) {}

  /** @throws Problem `import_not_fixable`, `order_upload_not_allowed`, `not_found`, `validation_failed` */
  async fixImport(id: string, body: FixesBody): Promise<OrderImportDto> {
    // An import that is not there is not found, whoever may upload.
    await this.imports.getImport(id);
    await this.imports.assertMayUpload();
    return this.db.transaction(async (em) => {
      const first = await importOf(em, id, 'locked');
      if (first.status !== 'completed_with_errors' || first.dryRun || first.undoneAt) {
        throw problem(
          'import_not_fixable',
          'Only an import that is completed with errors, is no dry run and was not undone, has rows to fix.',
        );
      }
      const fixesId = uuidv7();
      const { rows, unasked } = await markFixed(em, first, fixesId, answersOf(body));
      if (rows === 0) {
        throw problem(
          'import_not_fixable',
          'No row is left of which every error is answered. Accept the fix of each of its errors, or give a value; rows that were fixed before are not imported again.',
        );
      }
      if (unasked.length > 0) throw notOpen(unasked, body);
      return this.enqueue(em, first, fixesId, rows);
    });
  }

  private async enqueue(
    em: EntityManager,
    first: OrderImport,
    id: string,
    rowsTotal: number,
  ): Promise<OrderImportDto> {
    const { organizationId, clientId, duplicates, fileName, fileKey, fileSize, fileHash, mapping } = first;
    const { headerRow, sheet, otherSheets, profile, groupBy, dayOrder } = first;
    const imported = em.create(OrderImport, {
      ...{ id, organizationId, clientId, duplicates, fileName, fileKey, fileSize, fileHash, mapping },
      ...{ headerRow, sheet, otherSheets, profile, groupBy, dayOrder, rowsTotal },
      // What was lost of the file was told by its own import.
      columns: (first.columns ?? []).map((column) => ({ ...column, lost: false })),
      mode: 'skip_invalid',
      dryRun: false,
      saveMapping: false,
      fixesOf: first.id,
      createdBy: { ...currentActor() },
    });
    await em.flush();
    await this.jobs.enqueue(em, 'imports.run', { importId: id }, { tenant: tenantOf(callerScope()) });
    return toOrderImport(imported);
  }
}

function notOpen(ids: readonly string[], { accept, values }: FixesBody) {
  const detail =
    'is no open error of this import; GET …/errors lists them, with `fixedBy` where one was fixed';
  return invalidFields(
    ids.map((id) => ({
      pointer: Object.hasOwn(values, id) ? `/values/${id}` : `/accept/${accept.indexOf(id)}`,
      code: 'error_unknown',
      detail,
    })),
  );
}

function answersOf({ accept, values }: FixesBody): Answers {
  const accepted = accept === 'all' ? [] : accept.filter((id) => !Object.hasOwn(values, id));
  const given = [
    ...accepted.map((id) => [id, null] as const),
    ...Object.entries(values).map(([id, value]) => [id, value] as const),
  ];
  return {
    all: accept === 'all',
    given: given.map(([id, value]) => {
      const [row = 0, ordinal = 0] = id.split('.').map(Number);
      return { row, ordinal, value };
    }),
  };
}
