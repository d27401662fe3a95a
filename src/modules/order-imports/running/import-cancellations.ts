import { Injectable } from '@nestjs/common';
import { SystemSql } from '../../../database/tenancy/system-sql.js';

const lookMilliseconds = 500;

const cancelledSql = `
  select 1 as found from order_imports where id = $1 and cancel_requested_at is not null`;

/** The import was cancelled by its owner. */
export class ImportCancelledError extends Error {
  constructor() {
    super('The import was cancelled');
    this.name = 'ImportCancelledError';
  }
}

/** Notices cancellations made in any process, even during a long time between two commits. */
@Injectable()
export class ImportCancellations {
  constructor(private readonly sql: SystemSql) {}

  /** The signal aborts with an {@link ImportCancelledError} soon after the import's owner cancels it. */
  watch(importId: string): { signal: AbortSignal; end: () => void } {
    const cancelled = new AbortController();
    const look = () =>
      this.sql.query('import_cancelled', cancelledSql, [importId]).then(
        (rows) => rows.length > 0 && cancelled.abort(new ImportCancelledError()),
        // The next poll may succeed; a commit notices it too.
        () => undefined,
      );
    void look();
    const timer = setInterval(() => void look(), lookMilliseconds);
    return { signal: cancelled.signal, end: () => clearInterval(timer) };
  }
}
