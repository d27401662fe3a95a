import { Injectable } from '@nestjs/common';
import { Database, rowsOf } from '../../../database/database.js';
import { Jobs } from '../../../jobs/jobs.js';
import { assertSandbox } from '../sandbox-only.js';
import type { SandboxClockDto } from './sandbox-clock.dto.js';

/** The clock of a sandbox: it is moved ahead by moving all that the sandbox remembers back. */
@Injectable()
export class SandboxClockService {
  constructor(
    private readonly db: Database,
    private readonly jobs: Jobs,
  ) {}

  /** @throws Problem `sandbox_only` */
  async advance(seconds: number): Promise<SandboxClockDto> {
    return this.db.transaction(async (em) => {
      await assertSandbox(em);
      // The function takes the organization from the scope, and refuses a real one by itself too.
      const sql = 'select advance_sandbox_clock($1) as clock';
      const [moved] = await rowsOf<{ clock: SandboxClockDto }>(em, sql, [seconds]);
      await this.jobs.enqueue(em, 'routes.watch', {});
      return moved!.clock;
    });
  }
}
