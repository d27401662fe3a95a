import { Injectable } from '@nestjs/common';
import { notFound } from '../../common/problems/problems.js';
import { callerScope } from '../../database/tenancy/caller-scope.js';
import { Database } from '../../database/database.js';
import { toTaughtHeader, type TaughtHeaderDto } from './import-mapping.dto.js';
import { ImportMappings } from './running/import-mappings.js';

/** What the caller's side taught its spreadsheets. */
@Injectable()
export class ImportMappingService {
  constructor(
    private readonly db: Database,
    private readonly mappings: ImportMappings,
  ) {}

  async list(): Promise<{ items: TaughtHeaderDto[]; nextCursor: null }> {
    const taught = await this.db.transaction((em) => this.mappings.taught(em, callerScope()));
    const items = Object.values(taught).map(toTaughtHeader);
    return { items: items.toSorted((a, b) => a.header.localeCompare(b.header)), nextCursor: null };
  }

  /** Without a header, all of them. */
  async forget(header: string | undefined): Promise<void> {
    await this.db.transaction(async (em) => {
      if (header === undefined) await this.mappings.forgetAll(em, callerScope());
      else if (!(await this.mappings.forget(em, callerScope(), header))) throw notFound();
    });
  }
}
