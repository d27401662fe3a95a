import { Injectable } from '@nestjs/common';
import { SystemSql } from '../../../database/system-sql.js';

const lookMilliseconds = 500;

const cancelledSql = `
  select 1 as found from order_imports where id = $1 and cancel_requested_at is not null`;

/** The owner of an import asked to cancel it. */
export class ImportCancelledError extends Error {
  constructor() {
    super('The import was cancelled');
    this.name = 'ImportCancelledError';
  }
}

/** Hears of cancellations from any process, also while an import is between two commits for long. */
@Injectable()
export class ImportCancellations {
  constructor(private readonly sql: SystemSql) {}

  /** Aborts with an {@link ImportCancelledError} soon after the import's owner cancels it. */
  watch(importId: string): { signal: AbortSignal; end: () => void } {
    const cancelled = new AbortController();
    const look = () =>
      this.sql.query('import_cancelled', cancelledSql, [importId]).then(
        (rows) => rows.length > 0 && cancelled.abort(new ImportCancelledError()),
        // The next look may succeed; a commit learns of it too.
        () => undefined,
      );
    void look();
    const timer = setInterval(() => void look(), lookMilliseconds);
    return { signal: cancelled.signal, end: () => clearInterval(timer) };
  }
}
